package org.yici.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTextsTest {
    static Stream<Locale> languages() {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    }

    private static ResourceBundle file(Locale language) {
        return ResourceBundle.getBundle(
                ErrorTexts.BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyCodeHasItsTwoSentencesAndNothingElseIsThere(Locale language) {
        List<String> wanted = Arrays.stream(ErrorCode.values())
                .flatMap(code -> Stream.of("error." + code.code() + ".title", "error." + code.code() + ".remedy"))
                .toList();
        assertThat(file(language).keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySentenceIsWholeAndTakesNoValue(Locale language) {
        String stop = language.equals(Locale.ENGLISH) ? "." : "。";
        ResourceBundle file = file(language);
        for (String key : file.keySet()) {
            assertThat(file.getString(key)).as(key).endsWith(stop).doesNotContain("{", "'");
        }
    }
}
