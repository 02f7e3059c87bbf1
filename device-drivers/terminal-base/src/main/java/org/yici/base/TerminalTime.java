package org.yici.base;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What time it is at a terminal, whose own clock may be wrong: an empty battery makes it 1970, a bad time server any year. Once the centre
 * has said what time it is, that counts, carried on by the monotonic clock; until then the machine's clock, held above the latest time
 * known to be good. Thread-safe.
 */
public final class TerminalTime implements Time {
    private final Time clock;
    private Instant floor = Instant.MIN;
    private @Nullable Told told;

    private record Told(Instant now, long nanos) {}

    public TerminalTime(Time clock) {
        this.clock = clock;
    }

    /** It is not earlier than {@code good}. */
    public synchronized void isAtLeast(Instant good) {
        if (good.isAfter(floor)) {
            floor = good;
        }
    }

    /** The centre, known by its certificate, says that it is {@code now}. */
    public synchronized void isNow(Instant now) {
        told = new Told(now, clock.nanos());
    }

    /** Whether the centre has said what time it is. */
    public synchronized boolean isTold() {
        return told != null;
    }

    @Override
    public synchronized Instant now() {
        if (told != null) {
            return told.now().plus(clock.since(told.nanos()));
        }
        Instant now = clock.now();
        return now.isBefore(floor) ? floor : now;
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }
}
