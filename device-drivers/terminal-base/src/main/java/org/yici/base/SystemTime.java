package org.yici.base;

import java.time.Instant;

/** The machine's clocks, the wall clock held above a floor. */
record SystemTime(Instant floor) implements Time {
    @Override
    public Instant now() {
        Instant clock = Instant.now();
        return clock.isBefore(floor) ? floor : clock;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
