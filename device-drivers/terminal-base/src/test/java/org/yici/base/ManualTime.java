package org.yici.base;

import java.time.Duration;
import java.time.Instant;

/** A clock that only moves when it is told to. Thread-safe. */
public final class ManualTime implements Time {
    private Instant now;
    private long nanos;

    public ManualTime(Instant start) {
        this.now = start;
    }

    /** Moves both clocks forward. */
    public synchronized void advance(Duration step) {
        now = now.plus(step);
        nanos += step.toNanos();
    }

    /** Sets the wall clock alone, as an operator or a bad time server would. */
    public synchronized void setWallClock(Instant instant) {
        now = instant;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }
}
