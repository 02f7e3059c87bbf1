package org.yici.agent.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yici.base.ManualTime;
import org.yici.contract.https.PassAnswer;

class PassKeeperTest {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
    private final AtomicInteger changes = new AtomicInteger();
    private boolean reachable = true;
    private int fetched;
    private final PassKeeper keeper = new PassKeeper(
            this::fetch, time, Runnable::run, Runnable::run, new SplittableRandom(7), changes::incrementAndGet);

    private PassAnswer fetch() throws IOException {
        fetched++;
        if (!reachable) {
            throw new IOException("nobody there");
        }
        return new PassAnswer("pass-" + fetched, time.now().plus(LIFE));
    }

    private void pass(Duration duration, Duration step) {
        for (Duration gone = Duration.ZERO; gone.compareTo(duration) < 0; gone = gone.plus(step)) {
            time.advance(step);
            keeper.tick();
        }
    }

    @Test
    void renewsWhenAThirdOfTheLifeIsLeft() {
        keeper.tick();
        assertThat(keeper.current().orElseThrow().pass()).isEqualTo("pass-1");
        pass(Duration.ofMinutes(10).minusSeconds(1), Duration.ofSeconds(1));
        assertThat(fetched).isEqualTo(1);
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(keeper.current().orElseThrow().pass()).isEqualTo("pass-2");
        assertThat(changes).hasValue(2);
    }

    @Test
    void triesAgainWithGrowingWaitsAndTellsWhenThePassHasEnded() {
        keeper.tick();
        reachable = false;
        pass(Duration.ofMinutes(14), Duration.ofSeconds(1));
        assertThat(keeper.current()).isPresent();
        int tries = fetched - 1;
        assertThat(tries).isBetween(5, 15);
        pass(Duration.ofMinutes(2), Duration.ofSeconds(1));
        assertThat(keeper.current()).isEmpty();
        assertThat(changes).hasValue(2);
        reachable = true;
        pass(Duration.ofSeconds(61), Duration.ofSeconds(1));
        assertThat(keeper.current()).isPresent();
        assertThat(changes).hasValue(3);
    }

    @Test
    void asksAtOnceWhenASessionWaitsButNotMoreThanEveryTwoSeconds() {
        reachable = false;
        keeper.tick();
        pass(Duration.ofSeconds(120), Duration.ofSeconds(1));
        time.advance(Duration.ofSeconds(3));
        int before = fetched;
        keeper.wanted();
        assertThat(fetched).isEqualTo(before + 1);
        keeper.wanted();
        assertThat(fetched).isEqualTo(before + 1);
    }

    @Test
    void doesNotAskForEverBecauseItsClockIsAhead() {
        keeper.tick();
        time.setWallClock(time.now().plus(Duration.ofDays(1)));
        keeper.tick();
        assertThat(keeper.current()).isEmpty();
        pass(Duration.ofMinutes(10), Duration.ofSeconds(1));
        assertThat(fetched).isEqualTo(2);
    }
}
