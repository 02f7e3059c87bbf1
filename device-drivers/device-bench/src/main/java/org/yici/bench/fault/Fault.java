package org.yici.bench.fault;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * One switch. On is broken.
 *
 * @param name as scripts call it, {@code paper-out}
 */
public record Fault(String name, BooleanSupplier isOn, Setter setter) {
    /** Breaks or mends; doing so twice changes nothing. */
    public interface Setter {
        void set(boolean on) throws IOException;
    }
}
