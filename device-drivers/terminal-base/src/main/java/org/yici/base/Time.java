package org.yici.base;

import java.time.Duration;
import java.time.Instant;

/**
 * The one source of time: an instant for people and records, a monotonic reading for time-outs.
 *
 * <p>Time-outs and deadlines use {@link #nanos()} alone, so that a wall clock that jumps moves none of them. Thread-safe.
 */
public interface Time {
    /** Now in UTC; never earlier than the floor this source was made with. */
    Instant now();

    /** A monotonic reading in nanoseconds; only differences mean something. */
    long nanos();

    /** How long ago {@code earlierNanos} was read. */
    default Duration since(long earlierNanos) {
        return Duration.ofNanos(nanos() - earlierNanos);
    }

    /** The machine's clocks. {@code floor} is the later of the last known good time and the time of the build. */
    static Time system(Instant floor) {
        return new SystemTime(floor);
    }

    /** The machine's clocks with the build's own time as the floor. */
    static Time system() {
        return new SystemTime(Build.time());
    }
}
