package org.yici.admin.throttle;

import java.time.Duration;
import org.yici.base.Time;

/** Lets so much pass in a second, and more at once after a time of quiet. Thread-safe. */
public final class Pace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Time time;
    private final long nanosEach;
    private final long atOnceNanos;
    /** When all that was taken would have passed at an even pace. */
    private long evenNanos;

    /** @param atOnce how much passes at once after a time of quiet */
    public Pace(Time time, int perSecond, int atOnce) {
        this.time = time;
        this.nanosEach = SECOND / perSecond;
        this.atOnceNanos = nanosEach * atOnce;
        this.evenNanos = time.nanos();
    }

    /** Takes {@code amount}, in any case, and tells how long to take nothing more; zero if that is not needed. */
    public synchronized Duration take(long amount) {
        long now = time.nanos();
        evenNanos = after(now, amount);
        return left(now);
    }

    /** Takes {@code amount} if it may pass now. */
    public synchronized boolean passes(long amount) {
        long now = time.nanos();
        long even = after(now, amount);
        if (even - now > atOnceNanos) {
            return false;
        }
        evenNanos = even;
        return true;
    }

    /** How long to take nothing more. */
    public synchronized Duration left() {
        return left(time.nanos());
    }

    private long after(long now, long amount) {
        return (evenNanos - now < 0 ? now : evenNanos) + nanosEach * amount;
    }

    private Duration left(long now) {
        return Duration.ofNanos(Math.max(0, evenNanos - now - atOnceNanos));
    }
}
