package org.yici.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.yici.bench.ipp.IppPrinter;
import org.yici.bench.people.People;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.Printer;
import org.yici.bench.sdt.ReaderFarEnd;

/** The far ends of a card reader and of a printer, for one test. */
final class Bench implements AutoCloseable {
    private final Path folder;
    private final ReaderFarEnd reader;
    private final Printer printer;
    private final IppPrinter ipp;

    Bench(Path folder) throws IOException {
        this.folder = folder;
        reader = new ReaderFarEnd(folder.resolve("ports/reader"), Optional.empty(), false, () -> {});
        reader.plug();
        printer = new Printer(
                Duration.ofMillis(20), new OutputTray(folder.resolve("paper")), Clock.systemUTC(), () -> {});
        ipp = new IppPrinter(0, printer, Clock.systemUTC());
    }

    ReaderFarEnd reader() {
        return reader;
    }

    Printer printer() {
        return printer;
    }

    /** Where the reader is. */
    String port() {
        return reader.link().toString();
    }

    /** Where the printer is. */
    String printerUri() {
        return ipp.uri().toString();
    }

    /** Lays the card of one of the bench's people. */
    void lay(String person) {
        reader.reader().lay(People.builtIn().find(person).orElseThrow());
    }

    /** A file of so many empty pages. */
    Path document(int pages) throws IOException {
        Path file = folder.resolve("document.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            document.save(file.toFile());
        }
        return file;
    }

    @Override
    public void close() throws Exception {
        ipp.close();
        printer.close();
        reader.close();
    }
}
