package org.yici.base;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try of something that thousands of terminals try at the same time: a step doubled each time between
 * two bounds, of which half is certain and half is chance, so that they do not come back in one wave. Not thread-safe.
 */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration step;

    /** The first step is {@code first}, the last and all after it {@code longest}. */
    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.step = first;
    }

    /** The wait before the next try: between half of the step and all of it. */
    public Duration next() {
        Duration base = step;
        Duration doubled = base.multipliedBy(2);
        step = doubled.compareTo(longest) > 0 ? longest : doubled;
        return spread(base, random);
    }

    /** After a success the step is the first again. */
    public void reset() {
        step = first;
    }

    /** A wait between half of {@code base} and all of it. */
    public static Duration spread(Duration base, RandomGenerator random) {
        long half = base.toNanos() / 2;
        return Duration.ofNanos(half + (long) (half * random.nextDouble()));
    }
}
