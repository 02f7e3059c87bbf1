package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DocumentPrinter;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.driver.ipp.IppClient.HandOver;
import org.yici.driver.ipp.IppClient.JobAnswer;
import org.yici.driver.ipp.IppClient.Told;

/** What the driver makes of a CUPS queue's word where the word is wrong: no paper came, so it may not say "delivered". */
class CupsTruthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int IDLE = 3;

    @TempDir
    Path folder;

    private IppEvePrinter printer;
    private CupsServer cups;

    @BeforeEach
    void start() throws Exception {
        printer = IppEvePrinter.counting(folder);
        cups = CupsServer.inFrontOf(printer.uri());
    }

    @AfterEach
    void stop() throws Exception {
        CupsServer.closeAll(cups, printer);
    }

    private DocumentPrinter driver(String evidence, String waitingLimit) {
        Map<String, String> settings =
                Map.of("uri", cups.uri(), "evidence", evidence, "poll-ms", "100", "waiting-limit-s", waitingLimit);
        return (DocumentPrinter) new IppDriver()
                .start(
                        new DeviceConfig(
                                new DeviceId("document-printer"), DeviceKind.DOCUMENT_PRINTER, "ipp", settings),
                        new FastTime());
    }

    private CompletableFuture<PrintOutcome> sendWithoutPaper(DocumentPrinter driver, String name) throws Exception {
        printer.takePaperOut();
        CompletableFuture<PrintOutcome> order = driver.print(new PrintOrder(name, Pages.pdf(1), 1), step -> {});
        await().atMost(PATIENCE).until(() -> printer.jobsSeen().contains(name));
        return order;
    }

    private static void assertNotDelivered(CompletableFuture<PrintOutcome> order) throws Exception {
        assertThat(order.get(60, TimeUnit.SECONDS)).isNotInstanceOf(PrintOutcome.Delivered.class);
    }

    /** Switched off and on in mid-job, the printer forgot the job: "completed", and the queue's reason missing-job-history. */
    @Test
    void aJobThatThePrinterForgotIsNotDelivered() throws Exception {
        try (DocumentPrinter driver = driver("job-state", "100")) {
            CompletableFuture<PrintOutcome> order = sendWithoutPaper(driver, "forgotten");
            printer.unplug();
            printer.putPaperIn();
            printer.plugIn();
            assertNotDelivered(order);
        }
    }

    /** CUPS counts the first page as soon as the printer took the document. */
    @Test
    void aCountOfCupsIsNoEvidenceSoNothingIsHandedOver() throws Exception {
        for (String evidence : List.of("impressions", "page-counter")) {
            try (DocumentPrinter driver = driver(evidence, "10")) {
                PrintOutcome outcome = driver.print(new PrintOrder("counted", Pages.pdf(1), 1), step -> {})
                        .get(60, TimeUnit.SECONDS);
                assertThat(outcome).isInstanceOfSatisfying(PrintOutcome.Failed.class, failed -> assertThat(
                                failed.fault().name())
                        .isEqualTo("evidence-unsupported"));
            }
        }
        assertThat(printer.jobsSeen()).isEmpty();
    }

    /** A CUPS that was started afresh gives the same number to another's job. */
    @Test
    void anothersJobOfTheSameNumberIsNotMine() throws Exception {
        try (DocumentPrinter driver = driver("job-state", "100")) {
            CompletableFuture<PrintOutcome> order = sendWithoutPaper(driver, "mine");
            cups.kill();
            printer.unplug();
            printer.putPaperIn();
            printer.plugIn();
            IppClient behind = CupsServer.client(printer.uri());
            await().atMost(PATIENCE)
                    .until(() -> behind.printer() instanceof Told.Value<PrinterReport> told
                            && told.value().state() == IDLE);
            cups.startAfresh();
            IppClient other = CupsServer.client(cups.uri());
            HandOver taken = other.print(
                    IppClient.Sheaf.pdf(new PrintOrder("other", Pages.pdf(1), 1), Optional.empty()),
                    Duration.ofSeconds(5));
            assertThat(taken).isEqualTo(new HandOver.Taken(1));
            await().atMost(PATIENCE)
                    .until(() -> other.job(1) instanceof JobAnswer.Seen seen
                            && seen.job().phase() == JobPhase.COMPLETED);
            assertNotDelivered(order);
        }
    }
}
