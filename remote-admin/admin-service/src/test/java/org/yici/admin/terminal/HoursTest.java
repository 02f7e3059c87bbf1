package org.yici.admin.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {
    @ParameterizedTest
    @CsvSource({
        "06:00-22:00, 2026-11-21T22:00:00Z, true", // 06:00 in China
        "06:00-22:00, 2026-11-22T13:59:59Z, true",
        "06:00-22:00, 2026-11-22T14:00:00Z, false",
        "06:00-22:00, 2026-11-21T21:59:59Z, false",
        "20:00-02:00, 2026-11-22T17:30:00Z, true", // 01:30 in China
        "20:00-02:00, 2026-11-22T04:00:00Z, false",
        "00:00-24:00, 2026-11-22T15:59:59Z, true"
    })
    void areThoseOfAClockInChina(String hours, Instant instant, boolean open) {
        assertThat(Hours.parse(hours).include(instant)).isEqualTo(open);
        assertThat(Hours.parse(hours)).hasToString(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "6:00-22:00", "06:00-06:00", "06:70-22:00", "25:00-26:00", "06:00-24:30", ""})
    void refuseWhatIsNoSpanOfADay(String hours) {
        assertThatThrownBy(() -> Hours.parse(hours)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areDayAndNightUnlessSaidOtherwise() {
        assertThat(Hours.ALWAYS).isEqualTo(Hours.parse("00:00-24:00"));
    }
}
