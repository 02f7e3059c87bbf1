package org.yici.admin.throttle;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.yici.base.Time;

/**
 * A token bucket for each address, kept in this process: of several instances each has its own. Addresses that were not heard of for the
 * longest time are forgotten. Thread-safe.
 */
public final class AddressLimits {
    private static final int MOST = 20_000;

    private final LruMap<String, Bucket> buckets = new LruMap<>(MOST);
    private final TimeMeter clock;
    private final long times;
    private final Duration span;

    /** Each address may do something {@code times} at once, and as often again in each {@code span}. */
    public AddressLimits(Time time, long times, Duration span) {
        this.clock = new MonotonicMeter(time);
        this.times = times;
        this.span = span;
    }

    /** @param address as {@link org.yici.admin.refusal.Who#browser} names it, so that a network of IPv6 is one */
    public Bucket of(String address) {
        return buckets.get(address, this::fresh);
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
