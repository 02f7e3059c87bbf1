package org.yici.bench.ipp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.Printer;

/** Tests with a printer of their own, and its wire. */
abstract class AtThePrinter {
    @TempDir
    Path folder;

    Printer printer;
    IppPrinter ipp;
    PrinterClient wire;
    private final Duration perPage;

    AtThePrinter(Duration perPage) {
        this.perPage = perPage;
    }

    @BeforeEach
    void start() throws IOException {
        start(perPage);
    }

    final void start(Duration pace) throws IOException {
        printer = new Printer(pace, new OutputTray(folder.resolve("paper")), Clock.systemUTC(), () -> {});
        ipp = new IppPrinter(0, printer, Clock.systemUTC());
        wire = new PrinterClient(ipp.uri());
    }

    @AfterEach
    void stop() {
        ipp.close();
        printer.close();
    }
}
