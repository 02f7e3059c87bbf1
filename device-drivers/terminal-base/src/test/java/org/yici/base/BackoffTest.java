package org.yici.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), new SplittableRandom(20261122));

    @Test
    void doublesBetweenItsBoundsWithHalfLeftToChance() {
        for (long step : new long[] {1, 2, 4, 8, 10, 10}) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(step * 500), Duration.ofSeconds(step));
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void spreadsAThousandTerminals() {
        SplittableRandom random = new SplittableRandom(1);
        long distinct = IntStream.range(0, 1000)
                .mapToObj(i -> Backoff.spread(Duration.ofMinutes(5), random))
                .distinct()
                .count();
        assertThat(distinct).isGreaterThan(900);
    }
}
