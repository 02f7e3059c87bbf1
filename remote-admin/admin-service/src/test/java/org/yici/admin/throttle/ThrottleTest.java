package org.yici.admin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yici.base.ManualTime;

class ThrottleTest {
    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final Throttle throttle = new Throttle(time, 3, Duration.ofMinutes(1));

    @Test
    void asksForPatienceAfterSoManyFailures() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.isOpen()).isTrue();
            throttle.failed();
            time.advance(Duration.ofSeconds(10));
        }
        assertThat(throttle.isOpen()).isFalse();
        time.advance(Duration.ofSeconds(29));
        assertThat(throttle.isOpen()).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(throttle.isOpen()).isTrue();
    }

    @Test
    void isNotMovedByAWallClock() {
        for (int i = 0; i < 3; i++) {
            throttle.failed();
        }
        time.setWallClock(Instant.parse("2040-01-01T00:00:00Z"));
        assertThat(throttle.isOpen()).isFalse();
    }
}
