package org.yici.proof.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.yici.base.Time;
import org.yici.bench.ipp.IppPrinter;
import org.yici.bench.ipp.TlsIdentity;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.PrintJob;
import org.yici.bench.printer.Printer;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceStatus;
import org.yici.device.DocumentPrinter;
import org.yici.device.DriverProvider;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;

/** The driver that ships and the bench's printer, with the wire between them. */
final class BenchPrinter implements AutoCloseable {
    private final List<PrintProgress> progress = new CopyOnWriteArrayList<>();
    private final Printer printer;
    private final IppPrinter wire;
    private final DocumentPrinter driver;

    /** Plain, or over TLS; {@code settings} beside the address. */
    BenchPrinter(Path folder, boolean encrypted, Map<String, String> settings) throws IOException {
        printer = new Printer(Duration.ofMillis(150), new OutputTray(folder), Clock.systemUTC(), () -> {});
        wire = new IppPrinter(
                0,
                encrypted ? Optional.of(new IppPrinter.Tls(0, TlsIdentity.make(folder))) : Optional.empty(),
                printer,
                Clock.systemUTC());
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(Map.of("poll-ms", "50", "status-ms", "100", "waiting-limit-s", "60"));
        if (encrypted) {
            all.put("uri", wire.tlsUri().orElseThrow().toString());
            all.putIfAbsent("tls-sha256", wire.tlsSha256().orElseThrow());
        } else {
            all.put("uri", wire.uri().toString());
        }
        driver = (DocumentPrinter) DriverProvider.start(
                ServiceLoader.load(DriverProvider.class),
                new DeviceConfig(new DeviceId("document-printer"), DeviceKind.DOCUMENT_PRINTER, "ipp", all),
                Time.system());
    }

    Printer printer() {
        return printer;
    }

    DeviceStatus.OfDocumentPrinter status() {
        return (DeviceStatus.OfDocumentPrinter) driver.status();
    }

    /** What the driver told of the order so far. */
    List<PrintProgress> progress() {
        return progress;
    }

    CompletableFuture<PrintOutcome> send(PrintOrder order) {
        return driver.print(order, progress::add);
    }

    PrintOutcome print(PrintOrder order) throws Exception {
        return send(order).get(90, TimeUnit.SECONDS);
    }

    /** The one job that the printer had. */
    PrintJob job() {
        return printer.jobs().get(0);
    }

    /** Pages on each sheet in the tray. */
    List<List<Integer>> sheets() {
        return printer.tray().sheets().stream().map(OutputTray.Sheet::pages).toList();
    }

    static byte[] document(int pages, PDRectangle size) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(size));
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    @Override
    public void close() {
        driver.close();
        wire.close();
        printer.close();
    }
}
