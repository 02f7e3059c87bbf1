package org.yici.catalogue.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    /** Codes of public bodies. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "12441500196720244T",
                "11430000006122244L",
                "11330105002500287C",
                "113700000045046442",
                "11511301008778183N"
            })
    void checksCreditCodes(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
        char last = code.charAt(17) == '0' ? '1' : '0';
        assertThat(CreditCode.isValid(code.substring(0, 17) + last)).isFalse();
        assertThat(CreditCode.isValid(code.substring(1))).isFalse();
        assertThat(CreditCode.isValid("I" + code.substring(1))).isFalse();
    }

    @Test
    void knowsWhatLiesInARegion() {
        RegionCode county = new RegionCode("000101");
        assertThat(county.contains(new RegionCode("000101001"))).isTrue();
        assertThat(county.contains(new RegionCode("000101001002"))).isTrue();
        assertThat(county.contains(new RegionCode("000102001"))).isFalse();
        assertThat(new RegionCode("000101000000").contains(new RegionCode("000101001")))
                .isTrue();
        assertThat(new RegionCode("000101001").contains(new RegionCode("000101")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00010", "0001010", "00010100a", "０００１０１"})
    void refusesOtherRegionCodes(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RegionCode(code));
    }

    /** No number in China begins with 00 except a call abroad, and no country code begins with 0. */
    @Test
    void knowsNumbersThatNobodyCanHave() {
        assertThat(new Phone("000-00001234").isNobodys()).isTrue();
        assertThat(new Phone("12345").isNobodys()).isFalse();
        assertThat(new Phone("0731-85501234").isNobodys()).isFalse();
        assertThat(new Phone("000-1234").isNobodys()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "1-2-3-4", "+86 10", "１２３４５", "1234567890123456789"})
    void refusesWhatIsNoPhone(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Phone(number));
    }
}
