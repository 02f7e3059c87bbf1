package org.yici.driver.chip.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuingStateTest {
    @ParameterizedTest
    @CsvSource({"CHN,CN", "D,DE", "GBN,GB", "HKG,CN", "HKG,HK", "MAC,MO", "UNO,UN", "UTO,UT"})
    void isSignedByItsCountry(String letters, String country) {
        assertThat(IssuingState.of(letters).isSignedBy(country)).isTrue();
    }

    @Test
    void knowsEachCountryOfIso3166() {
        for (String country : Locale.getISOCountries()) {
            String letters = new Locale("", country).getISO3Country();
            assertThat(IssuingState.of(letters).isSignedBy(country)).as(letters).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XXX", "DEUTSCH", "CN"})
    void isSignedByNobodyIfNobodyHasHeardOfIt(String letters) {
        assertThat(IssuingState.of(letters).countries()).isEmpty();
        assertThat(IssuingState.of(letters).isSignedBy("")).isFalse();
    }
}
