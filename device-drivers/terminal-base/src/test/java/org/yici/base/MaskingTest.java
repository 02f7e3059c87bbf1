package org.yici.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({
        "林知夏,林*夏",
        "林夏,林*",
        "欧阳若兰,欧阳**",
        "欧阳兰,欧阳*",
        "JOHN DOE,J*** DOE",
        "𠮷龘,𠮷*",
        "林,*",
        "阿依古丽,阿**丽",
        "'DOE, JANE ANN','DOE, J*** A**'",
        "'DOE,','DOE,'",
        "'',*",
        "林\u200B夏,林*",
        "\uFEFF林知\uFE00夏\uFFFF,林*夏",
        "\u200B,*"
    })
    void hidesTheGivenName(String name, String shown) {
        assertThat(Masking.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"000101198802290029,0001**********0029", "UTO000085010101,UTO0*******0101", "12345678,********"})
    void hidesTheMiddleOfANumber(String number, String shown) {
        assertThat(Masking.number(number)).isEqualTo(shown);
    }
}
