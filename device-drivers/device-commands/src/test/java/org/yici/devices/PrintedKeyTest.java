package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedKeyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @ParameterizedTest
    @CsvSource({
        "850101, 1985-01-01",
        "000229, 2000-02-29",
        "261101, 2026-11-01",
        "261102, 1926-11-02",
        "270101, 1927-01-01"
    })
    void aBirthLiesInThePast(String printed, LocalDate birth) {
        assertThat(PrintedKey.birth(printed, TODAY)).isEqualTo(birth);
    }

    @ParameterizedTest
    @CsvSource({"310630, 2031-06-30", "261031, 2026-10-31", "991231, 1999-12-31", "360229, 2036-02-29"})
    void aLastDayLiesNearToday(String printed, LocalDate expiry) {
        assertThat(PrintedKey.expiry(printed, TODAY)).isEqualTo(expiry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "85010", "8501011", "850001", "851301", "850132", "850229", "85o101", "８５０１０１", "-50101"})
    void refusesWhatIsNoDayAndDoesNotQuoteIt(String printed) {
        assertThatThrownBy(() -> PrintedKey.birth(printed, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--birth must be a day of the past, as YYMMDD");
        assertThatThrownBy(() -> PrintedKey.expiry(printed, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--expiry must be a day, as YYMMDD");
    }
}
