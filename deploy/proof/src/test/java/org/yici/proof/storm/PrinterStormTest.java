package org.yici.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.yici.base.Time;
import org.yici.bench.ipp.IppPrinter;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.PrintJob;
import org.yici.bench.printer.Printer;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DocumentPrinter;
import org.yici.device.DriverProvider;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;

/** A printer that vanishes and comes back at any moment of an order. */
@Isolated
class PrinterStormTest {
    private static final int SHEETS = 2;

    @TempDir
    Path folder;

    @Test
    void neverSaysDoneWithoutPaperAndNeverPrintsTwice() throws Exception {
        Storm storm = new Storm("printer");
        byte[] pdf = document();
        Storm.Held before = Storm.Held.now();
        try (Printer printer =
                        new Printer(Duration.ofMillis(150), new OutputTray(folder), Clock.systemUTC(), () -> {});
                IppPrinter ipp = new IppPrinter(0, printer, Clock.systemUTC())) {
            DocumentPrinter driver = start(ipp);
            for (int round = 0; round < Storm.ROUNDS; round++) {
                String job = "storm-" + round;
                CompletableFuture<PrintOutcome> order = driver.print(new PrintOrder(job, pdf, SHEETS), progress -> {});
                storm.moment(Duration.ofMillis(600));
                ipp.disconnect();
                storm.moment(Duration.ofMillis(500));
                ipp.connect();
                PrintOutcome outcome = order.get(90, TimeUnit.SECONDS);
                int out = sheetsOf(printer, job);
                assertThat(out).as("round %d: %s", round, outcome).isLessThanOrEqualTo(SHEETS);
                if (outcome instanceof PrintOutcome.Delivered) {
                    assertThat(out).as("round %d", round).isEqualTo(SHEETS);
                } else if (outcome instanceof PrintOutcome.Failed) {
                    assertThat(out).as("round %d", round).isZero();
                }
            }
            driver.close();
        }
        before.assertNoMoreThan(8);
    }

    private static int sheetsOf(Printer printer, String name) {
        return printer.jobs().stream()
                .filter(job -> job.name().equals(name))
                .map(PrintJob::id)
                .mapToInt(id -> (int) printer.tray().sheets().stream()
                        .filter(sheet -> sheet.job() == id)
                        .count())
                .sum();
    }

    private static DocumentPrinter start(IppPrinter ipp) {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("document-printer"),
                DeviceKind.DOCUMENT_PRINTER,
                "ipp",
                Map.of("uri", ipp.uri().toString(), "poll-ms", "50", "status-ms", "100", "waiting-limit-s", "10"));
        return (DocumentPrinter) DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
    }

    private static byte[] document() throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < SHEETS; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}
