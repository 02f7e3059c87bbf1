package org.yici.admin.throttle;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.yici.base.Time;

/**
 * A token bucket for each key, for example an address. Kept in this process: of several instances each has its own. Keys that were not
 * heard of for the longest time are forgotten, so that nobody fills the memory with them. Thread-safe.
 */
public final class RateLimits {
    private static final int MOST = 20_000;

    private final LruMap<String, Bucket> buckets = new LruMap<>(MOST);
    private final TimeMeter clock;
    private final long times;
    private final Duration span;

    /** Each key has {@code times} at once, and gets as many again, evenly, in each {@code span}. */
    public RateLimits(Time time, long times, Duration span) {
        this.clock = new MonotonicMeter(time);
        this.times = times;
        this.span = span;
    }

    public Bucket of(String key) {
        return buckets.get(key, this::fresh);
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, span))
                .withCustomTimePrecision(clock)
                .build();
    }

    private record MonotonicMeter(Time time) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return time.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
