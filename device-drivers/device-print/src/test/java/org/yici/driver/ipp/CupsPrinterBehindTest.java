package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.DocumentPrinter;
import org.yici.device.EvidenceClass;
import org.yici.device.PaperStatus;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.driver.ipp.IppClient.HandOver;
import org.yici.driver.ipp.IppClient.JobAnswer;
import org.yici.driver.ipp.IppClient.Told;

/** What CUPS 2.4.2 says while the printer behind it is gone, has no paper or gives up, and what the driver makes of it. */
class CupsPrinterBehindTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int IDLE = 3;
    private static final int PAUSE_PRINTER = 0x0010;
    private static final int CUPS_GET_DOCUMENT = 0x4027;
    private static final PrintOutcome DELIVERED = new PrintOutcome.Delivered(EvidenceClass.JOB_STATE, 1);

    @TempDir
    Path folder;

    private final List<PrintProgress> progress = new CopyOnWriteArrayList<>();
    private IppEvePrinter printer;
    private CupsServer cups;
    private DocumentPrinter driver;
    private IppClient client;

    @BeforeEach
    void start() throws Exception {
        printer = IppEvePrinter.counting(folder);
        cups = CupsServer.inFrontOf(printer.uri());
        driver = cups.driver(100);
        client = CupsServer.client(cups.uri());
    }

    @AfterEach
    void stop() throws Exception {
        CupsServer.closeAll(driver, cups, printer);
    }

    private CompletableFuture<PrintOutcome> send(DocumentPrinter by, String name) {
        return by.print(new PrintOrder(name, Pages.pdf(1), 1), progress::add);
    }

    /** What the driver says of the next order, once the printer has nothing to do: CUPS asks a busy one again after ten seconds. */
    private PrintOutcome next(String name) throws Exception {
        IppClient behind = CupsServer.client(printer.uri());
        await().atMost(PATIENCE)
                .until(() -> behind.printer() instanceof Told.Value<PrinterReport> told
                        && told.value().state() == IDLE);
        return outcome(send(driver, name));
    }

    private static PrintOutcome outcome(CompletableFuture<PrintOutcome> order) throws Exception {
        return order.get(60, TimeUnit.SECONDS);
    }

    private int handOver(int pages) {
        HandOver answer = client.print(
                IppClient.Sheaf.pdf(new PrintOrder("copy", Pages.pdf(pages), pages), Optional.empty()),
                Duration.ofSeconds(10));
        return ((HandOver.Taken) answer).jobId();
    }

    private JobReport job(int id) {
        return ((JobAnswer.Seen) client.job(id)).job();
    }

    private List<String> reasons() {
        return ((Told.Value<PrinterReport>) client.printer()).value().reasons();
    }

    private void awaitAtThePrinter(String name) {
        await().atMost(PATIENCE).until(() -> printer.jobsSeen().contains(name));
    }

    private static void assertCancelled(PrintOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(PrintOutcome.Uncertain.class, uncertain -> assertThat(
                        uncertain.fault().name())
                .isEqualTo("job-canceled"));
    }

    /** It is shown as ready, takes the job and says "processing": only time tells. */
    @Test
    void givesUpAPrinterThatIsOffAndNothingComesOutLater() throws Exception {
        printer.unplug();
        await().atMost(PATIENCE).until(() -> driver.status().state() == DeviceState.ONLINE);
        try (DocumentPrinter impatient = cups.driver(10)) {
            assertCancelled(outcome(send(impatient, "given-up")));
        }
        assertThat(progress).noneMatch(PrintProgress.Waiting.class::isInstance);
        printer.plugIn();
        assertThat(next("next")).isEqualTo(DELIVERED);
        assertThat(printer.jobsSeen()).containsExactly("next");
    }

    /**
     * A printer that was switched off and on in mid-job knows nothing of the job any more, and CUPS calls it completed. The only sign is
     * a reason of the queue, which stays there through later jobs.
     */
    @Test
    void callsAJobCompletedThatThePrinterForgot() throws Exception {
        printer.takePaperOut();
        int id = handOver(1);
        awaitAtThePrinter("copy");
        assertThat(reasons()).doesNotContain("cups-ipp-missing-job-history");
        printer.unplug();
        printer.putPaperIn();
        printer.plugIn();
        await().atMost(PATIENCE).until(() -> job(id).phase() == JobPhase.COMPLETED);
        assertThat(reasons()).contains("cups-ipp-missing-job-history");
        int next = handOver(1);
        await().atMost(PATIENCE).until(() -> job(next).phase() == JobPhase.COMPLETED);
        assertThat(reasons()).contains("cups-ipp-missing-job-history");
    }

    /** Why a queue's profile is not {@code impressions}: the first page counts as soon as the printer took the document. */
    @Test
    void countsAPageThatNeverCameOut() throws Exception {
        printer.takePaperOut();
        int id = handOver(1);
        awaitAtThePrinter("copy");
        await().atMost(PATIENCE).until(() -> job(id).impressions().equals(OptionalInt.of(1)));
        assertThat(job(id).phase()).isEqualTo(JobPhase.PROCESSING);
        assertThat(client.cancel(id)).isTrue();
        await().atMost(PATIENCE).until(() -> job(id).phase() == JobPhase.CANCELED);
        assertThat(job(id).impressions()).hasValue(1);
        assertThat(job(id).sheets()).hasValue(1);
    }

    /** At the end the printer's own number stands there, as the number of sheets, too. */
    @Test
    void tellsThePrintersCountWhenTheJobIsCompleted() {
        int id = handOver(3);
        await().atMost(PATIENCE).until(() -> job(id).phase() == JobPhase.COMPLETED);
        assertThat(job(id).impressions()).hasValue(3);
        assertThat(job(id).sheets()).hasValue(3);
    }

    /** What the last job met is what the queue says until the next; so while it is idle, nothing of paper is taken from it. */
    @Test
    void isNotBelievedAboutPaperWhileItIsIdle() throws Exception {
        printer.takePaperOut();
        try (DocumentPrinter impatient = cups.driver(10)) {
            assertThat(outcome(send(impatient, "empty"))).isInstanceOf(PrintOutcome.Uncertain.class);
        }
        assertThat(progress).anyMatch(PrintProgress.Waiting.class::isInstance);
        printer.putPaperIn();
        assertThat(reasons()).contains("media-empty-warning");
        await().atMost(PATIENCE).until(() -> paper() == PaperStatus.UNKNOWN);
        assertThat(next("refilled")).isEqualTo(DELIVERED);
    }

    private PaperStatus paper() {
        return ((DeviceStatus.OfDocumentPrinter) driver.status()).paper();
    }

    /**
     * CUPS calls it cancelled or, once in fourteen tries and with no other sign, completed: two of its threads ask the printer at once.
     * So a queue's word is not proof, and the citizen is asked.
     */
    @Test
    void aJobThatThePrinterAbortsIsNotTriedAgain() throws Exception {
        Path command = folder.resolve("print");
        String sound = Files.readString(command);
        Files.writeString(command, "#!/bin/sh\necho \"$IPP_JOB_NAME\" >> '" + folder + "/seen'\nexit 1\n");
        int id = handOver(1);
        await().atMost(PATIENCE).until(() -> job(id).phase().ended());
        assertThat(job(id).phase()).isIn(JobPhase.CANCELED, JobPhase.COMPLETED);
        assertThat(job(id).impressions()).hasValue(1);
        Files.writeString(command, sound);
        assertThat(next("next")).isEqualTo(DELIVERED);
        assertThat(printer.jobsSeen()).containsExactly("copy", "next");
    }

    @Test
    void nobodyChangesTheQueueOrFetchesADocument() throws Exception {
        printer.takePaperOut();
        int id = handOver(1);
        assertThat(cups.ask(CUPS_GET_DOCUMENT, id)).isEqualTo(new IppReply.HttpRefused(401));
        assertThat(cups.ask(PAUSE_PRINTER, id)).isEqualTo(new IppReply.HttpRefused(401));
    }
}
