package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevealTest {
    private static final Reveal MASKED = new Reveal(false);
    private static final Reveal ALL = new Reveal(true);

    @ParameterizedTest
    @CsvSource({
        "000101198802290029, 0001**********0029",
        "UTO000085010101, UTO0*******0101",
        "UT0000851, *******51",
        "ABCDE, ***DE",
        "ABCD, ****",
        "A, *"
    })
    void hidesMostOfANumber(String number, String told) {
        assertThat(MASKED.number(number)).isEqualTo(told);
        assertThat(ALL.number(number)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"JANE EXAMPLE, J*** E******", "J, J", "'', ''"})
    void keepsTheFirstLetterOfEachName(String names, String told) {
        assertThat(MASKED.initials(names)).isEqualTo(told);
        assertThat(ALL.initials(names)).isEqualTo(names);
    }

    @Test
    void keepsTheYearOfBirth() {
        LocalDate birth = LocalDate.of(1988, 2, 29);
        assertThat(MASKED.birth(birth)).isEqualTo("1988-**-**");
        assertThat(ALL.birth(birth)).isEqualTo("1988-02-29");
    }

    @Test
    void keepsTheBeginningOfAnAddress() {
        assertThat(MASKED.address("示范省新址路1号")).isEqualTo("示范省*****");
        assertThat(MASKED.address("示")).isEqualTo("示");
        assertThat(ALL.address("示范省新址路1号")).isEqualTo("示范省新址路1号");
    }
}
