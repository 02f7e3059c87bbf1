package org.yici.bench.chip;

import java.io.InterruptedIOException;

/** Waits a little before looking again at what another process does. */
final class Pause {
    private static final long MOMENT_MILLIS = 10;

    private Pause() {}

    static void moment() throws InterruptedIOException {
        try {
            Thread.sleep(MOMENT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the smart-card service");
        }
    }
}
