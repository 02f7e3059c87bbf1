package org.yici.journey.port;

import java.util.concurrent.CompletableFuture;
import org.yici.device.DocumentPrinter;
import org.yici.device.IdentityReader;

/** The devices of the terminal, open. */
public record Devices(IdentityReader reader, DocumentPrinter printer) {
    /** Opens the devices. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Called once, after the screen was granted and painted. Does not block: loading drivers takes some 0.3 s. May complete on any
         * thread; fails if a driver refuses its settings.
         */
        CompletableFuture<Devices> open();
    }
}
