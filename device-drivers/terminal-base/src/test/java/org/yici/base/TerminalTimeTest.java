package org.yici.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TerminalTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final ManualTime clock = new ManualTime(NOW);
    private final TerminalTime time = new TerminalTime(clock);

    @Test
    void isTheMachinesClockUntilSomebodyKnowsBetter() {
        assertThat(time.now()).isEqualTo(NOW);
        clock.setWallClock(Instant.EPOCH);
        assertThat(time.now()).isEqualTo(Instant.EPOCH);
        assertThat(time.isTold()).isFalse();
    }

    @Test
    void isNeverEarlierThanTheLatestGoodTime() {
        time.isAtLeast(NOW.minusSeconds(60));
        time.isAtLeast(NOW.minusSeconds(90));
        clock.setWallClock(Instant.EPOCH);
        assertThat(time.now()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void isWhatTheCentreSaidWhicheverWayTheMachinesClockJumps() {
        time.isAtLeast(Instant.parse("2098-01-01T00:00:00Z"));
        time.isNow(NOW);
        clock.advance(Duration.ofMinutes(3));
        clock.setWallClock(Instant.parse("2099-01-01T00:00:00Z"));
        assertThat(time.now()).isEqualTo(NOW.plusSeconds(180));
        clock.setWallClock(Instant.EPOCH);
        assertThat(time.now()).isEqualTo(NOW.plusSeconds(180));
        assertThat(time.isTold()).isTrue();
    }
}
