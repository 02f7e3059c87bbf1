package org.yici.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTest {
    /** The first two are the published specimens of GB 11643. */
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "000101198802290029", "000101195001010011"})
    void acceptsNumbersWhoseCheckCharacterIsRight(String number) {
        assertThat(CitizenNumber.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "000101198802300020",
                "00010119880229002",
                "000101198802290029 ",
                "00010119880229002x"
            })
    void refusesWrongCheckCharacterDateLengthAndForm(String number) {
        assertThat(CitizenNumber.isValid(number)).isFalse();
    }

    @Test
    void tellsTheBirthDate() {
        assertThat(new CitizenNumber("000101198802290029").birth()).isEqualTo(LocalDate.of(1988, 2, 29));
    }

    @Test
    void aRefusalDoesNotRepeatTheNumber() {
        assertThatThrownBy(() -> new CitizenNumber("000101198802290028"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("0001011988");
    }

    @Test
    void printsItselfMasked() {
        assertThat(new CitizenNumber("000101198802290029")).hasToString("0001**********0029");
    }
}
