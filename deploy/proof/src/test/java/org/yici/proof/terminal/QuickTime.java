package org.yici.proof.terminal;

import java.time.Instant;
import org.yici.base.Time;

/** A clock on which time-outs come sooner: {@code faster} seconds pass in one. */
public record QuickTime(int faster) implements Time {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime() * faster;
    }
}
