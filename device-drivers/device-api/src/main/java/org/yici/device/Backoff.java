package org.yici.device;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: doubled each time between two bounds, with up to a quarter of jitter. Not thread-safe. */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration next;

    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.next = first;
    }

    /** The wait before the next try. */
    public Duration next() {
        Duration base = next;
        Duration doubled = base.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return base.plusMillis((long) (base.toMillis() * 0.25 * random.nextDouble()));
    }

    /** After a success the next wait is the shortest again. */
    public void reset() {
        next = first;
    }
}
