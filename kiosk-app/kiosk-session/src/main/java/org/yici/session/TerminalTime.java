package org.yici.session;

import java.time.Instant;
import org.yici.base.Time;

/** The machine's clocks, held above the latest time that the agent knows to be good. Thread-safe. */
final class TerminalTime implements Time {
    private final Time clock;
    private volatile Instant floor = Instant.MIN;

    TerminalTime(Time clock) {
        this.clock = clock;
    }

    /** Time will not be earlier than {@code good}. */
    synchronized void isAtLeast(Instant good) {
        if (good.isAfter(floor)) {
            floor = good;
        }
    }

    @Override
    public Instant now() {
        Instant now = clock.now();
        return now.isBefore(floor) ? floor : now;
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }
}
