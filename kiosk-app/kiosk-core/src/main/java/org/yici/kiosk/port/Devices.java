package org.yici.kiosk.port;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.yici.device.BarcodeReader;
import org.yici.device.ChipCardReader;
import org.yici.device.Device;
import org.yici.device.DocumentPrinter;
import org.yici.device.IdentityReader;

/**
 * The devices of the terminal, open.
 *
 * @param scanner open and told of at the server; nothing asks it for codes yet
 */
public record Devices(
        IdentityReader reader,
        DocumentPrinter printer,
        Optional<ChipCardReader> chipReader,
        Optional<BarcodeReader> scanner) {
    /** The two that every terminal has. */
    public Devices(IdentityReader reader, DocumentPrinter printer) {
        this(reader, printer, Optional.empty(), Optional.empty());
    }

    /** In the order in which the server shows them. */
    public List<Device> all() {
        return Stream.<Stream<? extends Device>>of(
                        Stream.of(reader), chipReader.stream(), scanner.stream(), Stream.of(printer))
                .<Device>flatMap(devices -> devices)
                .toList();
    }

    /** Opens the devices. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Called once, after the screen was granted and painted. Does not block: loading drivers takes some 0.3 s. May complete on any
         * thread; fails if a driver refuses its settings; given up after 30 s.
         */
        CompletableFuture<Devices> open();
    }
}
