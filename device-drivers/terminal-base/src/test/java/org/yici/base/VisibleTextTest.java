package org.yici.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"林知夏", "古丽·买买提", "𠮷㛃", "JOHN DOE", "O'NEIL-MÜLLER", "林　夏", "\uE863", "〓", ""})
    void isWhatCanBeRead(String text) {
        assertThat(VisibleText.isVisible(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "林\u0000",
                "林\n",
                "林\u200B夏",
                "林\u202E",
                "林\u2066",
                "林\uFEFF",
                "林\uFFFD",
                "林\uFFFF",
                "林\uFDD0",
                "林\uD800",
                "林\uFE00",
                "林\uDB40\uDD00",
                "林\u3164",
                "林\u00AD",
                "林\u2028",
                "\uD83F\uDFFF"
            })
    void isNotWhatNobodySees(String text) {
        assertThat(VisibleText.isVisible(text)).isFalse();
    }

    @Test
    void ideographsOfALaterUnicodeAreLetters() {
        assertThat(IntStream.of(0x9FFF, 0x2EBF0, 0x31350, 0x33479)).allMatch(VisibleText::isVisible);
    }
}
