package org.yici.admin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yici.base.ManualTime;

class PaceTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));
    private final Pace pace = new Pace(time, 10, 40);

    @Test
    void letsTheAmountOfSomeSecondsPassAtOnceAndThenAnEvenStream() {
        for (int i = 0; i < 40; i++) {
            assertThat(pace.passes(1)).isTrue();
        }
        assertThat(pace.passes(1)).isFalse();
        time.advance(Duration.ofMillis(100));
        assertThat(pace.passes(1)).isTrue();
        assertThat(pace.passes(1)).isFalse();
        time.advance(Duration.ofHours(1));
        assertThat(pace.passes(40)).isTrue();
        assertThat(pace.passes(1))
                .as("a long quiet gives no more than the amount at once")
                .isFalse();
    }

    @Test
    void tellsHowLongToWaitForWhatWasTakenBeyond() {
        assertThat(pace.take(40)).isZero();
        assertThat(pace.take(20)).isEqualTo(Duration.ofSeconds(2));
        time.advance(Duration.ofMillis(1500));
        assertThat(pace.left()).isEqualTo(Duration.ofMillis(500));
        time.advance(Duration.ofMillis(500));
        assertThat(pace.left()).isZero();
    }
}
