package org.yici.driver.ipp;

import java.time.Instant;
import org.yici.base.Time;

/** A clock on which ten seconds pass in one, so that limits come sooner. */
record FastTime() implements Time {
    private static final int FASTER = 10;

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime() * FASTER;
    }
}
