package org.yici.code;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment after which nothing new is begun. */
final class Deadline {
    private final LongSupplier nanoTime;
    private final long end;

    /** {@code nanoTime} as {@link System#nanoTime()} is. */
    Deadline(Duration within, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + within.toNanos();
    }

    boolean passed() {
        return nanoTime.getAsLong() - end >= 0;
    }
}
