package org.yici.catalogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalizedTextTest {
    @Test
    void answersInChineseWhereALanguageIsMissing() {
        LocalizedText text = LocalizedText.of("结婚登记", "Marriage registration");
        assertThat(text.inOrChinese("en")).isEqualTo("Marriage registration");
        assertThat(text.inOrChinese("yue")).isEqualTo("结婚登记");
        assertThat(text.in("yue")).isEmpty();
    }

    @Test
    void needsChinese() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalizedText(new TreeMap<>(Map.of("en", "only English"))));
    }

    @Test
    void takesALineFeedAndRareCharacters() {
        assertThat(LocalizedText.of("第一行\n𠮷龘").zh()).isEqualTo("第一行\n𠮷龘");
    }

    /** Control, bidirectional and zero-width characters, half a pair, line separators: none of them can be seen. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u3000", "a\tb", "a\u0000", "a\u202eb", "a\u200bb", "a\ud800", "a\u2028b", "a\u0085"})
    void refusesWhatCannotBeSeen(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LocalizedText.of(text));
    }

    @Test
    void refusesTextThatIsTooLong() {
        assertThat(LocalizedText.of("长".repeat(LocalizedText.LONGEST)).zh()).hasSize(LocalizedText.LONGEST);
        assertThatIllegalArgumentException().isThrownBy(() -> LocalizedText.of("长".repeat(LocalizedText.LONGEST + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "ä", "../x", "-a", "a_b"})
    void refusesKeysThatAreNoFileNames(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Key(key));
    }
}
