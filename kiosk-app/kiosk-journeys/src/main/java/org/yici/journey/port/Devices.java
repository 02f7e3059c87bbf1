package org.yici.journey.port;

import org.yici.device.DocumentPrinter;
import org.yici.device.IdentityReader;

/** The devices of the terminal, open. */
public record Devices(IdentityReader reader, DocumentPrinter printer) {
    /** Opens the devices; on the loop, once, after the screen was granted and painted. */
    @FunctionalInterface
    public interface Opener {
        Devices open();
    }
}
