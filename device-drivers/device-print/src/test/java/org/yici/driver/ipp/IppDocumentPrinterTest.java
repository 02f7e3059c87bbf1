package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.DocumentPrinter;
import org.yici.device.DriverProvider;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.driver.ipp.ScriptedPrinter.Job;
import org.yici.driver.ipp.ScriptedPrinter.Taking;

/** What the driver makes of a printer that lies, forgets, waits or goes away; on a clock ten times as fast. */
class IppDocumentPrinterTest {
    private static final PrintOutcome DELIVERED = new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 2);

    private final ScriptedPrinter printer = new ScriptedPrinter();
    private final List<PrintProgress> progress = new CopyOnWriteArrayList<>();
    private final BreakableTime time = new BreakableTime();
    private DocumentPrinter driver;

    /** A clock that fails whoever asks it: a fault of the program on the device's thread. */
    private static final class BreakableTime implements Time {
        private final Time fast = new FastTime();
        private volatile boolean broken;

        @Override
        public Instant now() {
            return fast.now();
        }

        @Override
        public long nanos() {
            if (broken) {
                throw new StackOverflowError();
            }
            return fast.nanos();
        }
    }

    @BeforeEach
    void start() throws IOException {
        printer.plugIn();
        driver = driver(time);
    }

    private DocumentPrinter driver(Time time) {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("document-printer"),
                DeviceKind.DOCUMENT_PRINTER,
                "ipp",
                Map.of("uri", printer.uri(), "poll-ms", "50", "status-ms", "100", "waiting-limit-s", "20"));
        return (DocumentPrinter) DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, time);
    }

    @AfterEach
    void stop() {
        driver.close();
        printer.close();
    }

    private CompletableFuture<PrintOutcome> send() {
        return driver.print(
                new PrintOrder("copy-1", "%PDF-1.7 two sheets".getBytes(StandardCharsets.US_ASCII), 2), progress::add);
    }

    private static PrintOutcome outcome(CompletableFuture<PrintOutcome> order) throws Exception {
        return order.get(60, TimeUnit.SECONDS);
    }

    private static String fault(PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.Failed failed) {
            return "failed " + failed.fault().name();
        }
        if (outcome instanceof PrintOutcome.Partial partial) {
            return "partial " + partial.sheets() + " " + partial.fault().name();
        }
        return outcome instanceof PrintOutcome.Uncertain uncertain
                ? "uncertain " + uncertain.fault().name()
                : "delivered";
    }

    private static void at(Job job, int ask, JobState end, int impressions) {
        if (job.asked == ask) {
            job.end(end, impressions);
        }
    }

    @Test
    void asksForOneA4CopyOneSidedUnderAConstantName() throws Exception {
        printer.life = job -> at(job, 1, JobState.completed, 2);
        assertThat(outcome(send())).isEqualTo(DELIVERED);
        IppPacket request = printer.prints.get(0);
        assertThat(request.getString(Tag.operationAttributes, Types.requestingUserName))
                .isEqualTo("yici");
        assertThat(request.getString(Tag.operationAttributes, Types.jobName)).isEqualTo("copy-1");
        assertThat(request.getString(Tag.operationAttributes, Types.documentFormat))
                .isEqualTo("application/pdf");
        assertThat(request.getValue(Tag.jobAttributes, Types.copies)).isEqualTo(1);
        assertThat(request.getString(Tag.jobAttributes, Types.sides)).isEqualTo("one-sided");
        assertThat(request.getString(Tag.jobAttributes, Types.media)).isEqualTo("iso_a4_210x297mm");
        assertThat(new String(printer.jobs.get(0).document, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-1.7 two sheets");
    }

    @Test
    void tellsEachStepOnce() throws Exception {
        printer.life = job -> {
            job.impressions = java.util.OptionalInt.of(Math.min(2, job.asked / 3));
            at(job, 8, JobState.completed, 2);
        };
        assertThat(outcome(send())).isEqualTo(DELIVERED);
        assertThat(progress)
                .containsExactly(
                        new PrintProgress.Sent(1),
                        new PrintProgress.Printing(0),
                        new PrintProgress.Printing(1),
                        new PrintProgress.Printing(2));
    }

    @Test
    void believesNoCompletionWithoutImpressions() throws Exception {
        printer.life = job -> at(job, 1, JobState.completed, 0);
        assertThat(fault(outcome(send()))).isEqualTo("uncertain impressions-zero");
    }

    @Test
    void believesNoCompletionOfAPrinterThatDoesNotCount() throws Exception {
        printer.life = job -> at(job, 1, JobState.completed, -1);
        assertThat(fault(outcome(send()))).isEqualTo("uncertain impressions-missing");
    }

    @Test
    void tellsHowManySheetsCame() throws Exception {
        printer.life = job -> at(job, 1, JobState.completed, 1);
        assertThat(fault(outcome(send()))).isEqualTo("partial 1 impressions-short");
    }

    @Test
    void waitsForACountThatComesAfterTheCompletion() throws Exception {
        printer.life = job -> {
            at(job, 1, JobState.completed, 0);
            at(job, 3, JobState.completed, 2);
        };
        assertThat(outcome(send())).isEqualTo(DELIVERED);
    }

    @Test
    void anAbortedJobWithoutSheetsFailed() throws Exception {
        printer.life = job -> at(job, 1, JobState.aborted, 0);
        assertThat(fault(outcome(send()))).isEqualTo("failed job-aborted");
    }

    @Test
    void asksAgainWhileThePrinterIsBusyAndSendsOnce() throws Exception {
        printer.nextTakings.addAll(List.of(Taking.BUSY, Taking.BUSY, Taking.BUSY));
        printer.life = job -> at(job, 1, JobState.completed, 2);
        assertThat(outcome(send())).isEqualTo(DELIVERED);
        assertThat(printer.jobNames()).containsExactly("copy-1");
        assertThat(progress.get(0)).isInstanceOfSatisfying(PrintProgress.Waiting.class, waiting -> assertThat(
                        waiting.fault().name())
                .isEqualTo("printer-busy"));
    }

    @Test
    void aPrinterThatStaysBusyTakesNothing() throws Exception {
        printer.otherwise = Taking.BUSY;
        assertThat(fault(outcome(send()))).isEqualTo("failed printer-busy");
        assertThat(printer.jobNames()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TAKES_AND_HANGS_UP", "TAKES_AND_BABBLES", "TAKES_AND_COMPLAINS"})
    void findsAJobByItsNameWhenTheAnswerDidNotCome(Taking taking) throws Exception {
        printer.otherwise = taking;
        printer.life = job -> at(job, 1, JobState.completed, 2);
        assertThat(outcome(send())).isEqualTo(DELIVERED);
        assertThat(printer.jobNames()).containsExactly("copy-1");
    }

    @Test
    void isUncertainWhenTheConnectionBrokeAndNoJobIsFound() throws Exception {
        printer.otherwise = Taking.HANGS_UP;
        assertThat(fault(outcome(send()))).isEqualTo("uncertain connection-lost");
        assertThat(printer.jobNames()).isEmpty();
        printer.otherwise = Taking.RIGHTLY;
        assertThat(fault(outcome(send()))).isEqualTo("uncertain job-name-used");
    }

    // ---- bytes have left, and the printer has not said that it is over

    /** How a test asks whether paper may still come. */
    private static boolean mayStillPrint(PrintOutcome outcome) {
        return outcome instanceof PrintOutcome.Uncertain uncertain && uncertain.mayStillPrint();
    }

    @Test
    void mayStillPrintWhenThePrinterTookAllAndFellSilent() throws Exception {
        printer.otherwise = Taking.TAKES_AND_FALLS_SILENT;
        PrintOutcome outcome = outcome(send());
        assertThat(fault(outcome)).isEqualTo("uncertain connection-lost");
        assertThat(mayStillPrint(outcome)).isTrue();
        assertThat(printer.jobNames()).containsExactly("copy-1");
    }

    @Test
    void mayStillPrintForTheNextSessionToo() throws Exception {
        printer.left("copy-0");
        printer.silent = true;
        PrintOutcome outcome = outcome(driver.reconcile("copy-0", 1));
        assertThat(mayStillPrint(outcome)).isTrue();
        printer.silent = false;
        assertThat(fault(outcome(driver.reconcile("copy-0", 1)))).isEqualTo("failed job-canceled");
    }

    @Test
    void nothingMoreComesOfAJobThatAPrinterAtRestDoesNotList() throws Exception {
        printer.otherwise = Taking.HANGS_UP;
        assertThat(mayStillPrint(outcome(send()))).isFalse();
        assertThat(mayStillPrint(outcome(driver.reconcile("copy-never", 1)))).isFalse();
    }

    @Test
    void mayStillPrintWhileAPrinterThatListsNoSuchJobIsAtWork() throws Exception {
        printer.otherwise = Taking.HANGS_UP;
        printer.state = PrinterState.processing;
        PrintOutcome outcome = outcome(send());
        assertThat(fault(outcome)).isEqualTo("uncertain connection-lost");
        assertThat(mayStillPrint(outcome)).isTrue();
        outcome = outcome(driver.reconcile("copy-1", 2));
        assertThat(fault(outcome)).isEqualTo("uncertain job-unknown");
        assertThat(mayStillPrint(outcome)).isTrue();
    }

    @Test
    void mayStillPrintWhenTheDriversThreadFails() throws Exception {
        CompletableFuture<PrintOutcome> order = send();
        await().atMost(Duration.ofSeconds(10)).until(() -> progress.contains(new PrintProgress.Sent(1)));
        time.broken = true;
        PrintOutcome outcome = outcome(order);
        assertThat(fault(outcome)).isEqualTo("uncertain driver");
        assertThat(mayStillPrint(outcome)).isTrue();
    }

    @Test
    void mayStillPrintWhenTheDriverIsClosed() throws Exception {
        CompletableFuture<PrintOutcome> order = send();
        await().atMost(Duration.ofSeconds(10)).until(() -> progress.contains(new PrintProgress.Sent(1)));
        CompletableFuture<PrintOutcome> asked = driver.reconcile("copy-0", 1);
        driver.close();
        assertThat(fault(outcome(order))).isEqualTo("uncertain closed");
        assertThat(mayStillPrint(outcome(order))).isTrue();
        assertThat(fault(outcome(asked))).as("not asked").isEqualTo("uncertain closed");
        assertThat(mayStillPrint(outcome(asked))).isTrue();
    }

    @Test
    void mayStillPrintWhenThePrinterStaysAwayOrDoesNotCancel() throws Exception {
        printer.reasons = List.of("media-jam");
        printer.cancels = false;
        assertThat(mayStillPrint(outcome(send()))).isTrue();
        CompletableFuture<PrintOutcome> order = driver.print(
                new PrintOrder("copy-2", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 1), progress::add);
        await().atMost(Duration.ofSeconds(10)).until(() -> progress.contains(new PrintProgress.Sent(2)));
        printer.unplug();
        assertThat(mayStillPrint(outcome(order))).isTrue();
    }

    /** Some printers print while they still read. */
    @ParameterizedTest
    @EnumSource(names = {"TAKES_AND_REFUSES", "TAKES_AND_FORBIDS", "TAKES_AND_SAYS_BUSY"})
    void holdsAPrinterToItsWordThatItTookNothing(Taking taking) throws Exception {
        printer.otherwise = taking;
        printer.life = job -> at(job, 1, JobState.completed, 2);
        assertThat(outcome(send())).isEqualTo(DELIVERED);
        assertThat(printer.jobNames()).containsExactly("copy-1");
    }

    @Test
    void aRefusalOfAPrinterThatThenFallsSilentMayStillPrint() throws Exception {
        printer.otherwise = Taking.REFUSES_AND_FALLS_SILENT;
        PrintOutcome outcome = outcome(send());
        assertThat(fault(outcome)).isEqualTo("uncertain printer-refused");
        assertThat(mayStillPrint(outcome)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSES", "HTTP_FORBIDDEN"})
    void aRefusalIsAFailureAndMayBeTriedAgain(Taking taking) throws Exception {
        printer.nextTakings.add(taking);
        assertThat(fault(outcome(send()))).isEqualTo("failed printer-refused");
        printer.life = job -> at(job, 1, JobState.completed, 2);
        assertThat(outcome(send())).isEqualTo(DELIVERED);
    }

    @Test
    void isUncertainOfAJobThatThePrinterForgot() throws Exception {
        printer.life = job -> job.forgotten = job.asked > 2;
        assertThat(fault(outcome(send()))).isEqualTo("uncertain job-lost");
    }

    @Test
    void goesOnWhenThePrinterComesBack() throws Exception {
        CompletableFuture<PrintOutcome> order = send();
        await().atMost(Duration.ofSeconds(10)).until(() -> progress.contains(new PrintProgress.Sent(1)));
        printer.unplug();
        await().atMost(Duration.ofSeconds(10)).until(() -> driver.status().state() == DeviceState.OFFLINE);
        await().atMost(Duration.ofSeconds(10)).until(() -> lastStep() instanceof PrintProgress.Waiting);
        printer.life = job -> at(job, job.asked, JobState.completed, 2);
        printer.plugIn();
        assertThat(outcome(order)).isEqualTo(DELIVERED);
    }

    private PrintProgress lastStep() {
        return progress.get(progress.size() - 1);
    }

    @Test
    void isUncertainWhenThePrinterStaysAway() throws Exception {
        CompletableFuture<PrintOutcome> order = send();
        await().atMost(Duration.ofSeconds(10)).until(() -> progress.contains(new PrintProgress.Sent(1)));
        printer.unplug();
        assertThat(fault(outcome(order))).isEqualTo("uncertain printer-gone");
    }

    @Test
    void cancelsAJobThatWaitedTooLongForPaper() throws Exception {
        printer.reasons = List.of("media-empty-error");
        printer.state = PrinterState.stopped;
        assertThat(fault(outcome(send()))).isEqualTo("failed media-empty");
        assertThat(printer.jobs.get(0).state).isEqualTo(JobState.canceled);
        assertThat(progress)
                .contains(
                        new PrintProgress.Waiting(new DeviceFault("media-empty", WhoActs.CLEAR, "media-empty-error")));
    }

    @Test
    void tellsTheSheetThatCameBeforeThePaperRanOut() throws Exception {
        printer.reasons = List.of("media-empty-error");
        printer.cancelledWithImpressions = 1;
        assertThat(fault(outcome(send()))).isEqualTo("partial 1 media-empty");
    }

    @Test
    void isUncertainOfAJobThatCannotBeCancelled() throws Exception {
        printer.reasons = List.of("media-jam");
        printer.cancels = false;
        assertThat(fault(outcome(send()))).isEqualTo("uncertain cancel-unanswered");
    }

    @Test
    void printsOnWhenPaperWasPutIn() throws Exception {
        printer.reasons = List.of("media-empty-error");
        CompletableFuture<PrintOutcome> order = send();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> progress.stream().anyMatch(PrintProgress.Waiting.class::isInstance));
        printer.reasons = List.of("none");
        printer.life = job -> at(job, job.asked, JobState.completed, 2);
        assertThat(outcome(order)).isEqualTo(DELIVERED);
    }

    @Test
    void sendsNothingToAPrinterThatKnowsNoPdf() throws Exception {
        printer.formats = List.of("image/pwg-raster", "image/urf");
        assertThat(outcome(send()))
                .isEqualTo(new PrintOutcome.Failed(
                        new DeviceFault("format-unsupported", WhoActs.MAINTENANCE, "image/pwg-raster,image/urf")));
        assertThat(printer.jobNames()).isEmpty();
    }

    @Test
    void doesNotSwallowAnEndlessAnswer() {
        printer.endlessAnswers = true;
        await().atMost(Duration.ofSeconds(20)).until(() -> driver.status().state() == DeviceState.OFFLINE);
        printer.endlessAnswers = false;
        await().atMost(Duration.ofSeconds(20)).until(() -> driver.status().state() == DeviceState.ONLINE);
    }

    @Test
    void tellsApartAPrinterThatIsGoneThatRefusesAndThatIsNotUnderstood() {
        printer.refusal = Status.clientErrorNotAuthenticated;
        awaitFault(new DeviceFault("printer-refused", WhoActs.MAINTENANCE, "0x0402 client-error-not-authenticated"));
        printer.refusal = null;
        printer.babbles = true;
        awaitFault(new DeviceFault("not-understood", WhoActs.MAINTENANCE, "not IPP: EOFException"));
        printer.babbles = false;
        printer.unplug();
        awaitFault(new DeviceFault("printer-gone", WhoActs.RESET, "ConnectException"));
    }

    private void awaitFault(DeviceFault fault) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(driver.status().faults()).containsExactly(fault));
        assertThat(driver.status().state()).isEqualTo(DeviceState.OFFLINE);
    }

    @Test
    void reconcilesAnOpenJobByCancellingIt() throws Exception {
        Job left = printer.left("copy-0");
        assertThat(fault(outcome(driver.reconcile("copy-0", 1)))).isEqualTo("failed job-canceled");
        assertThat(left.state).isEqualTo(JobState.canceled);
    }

    @Test
    void reconcilesAJobThatWasPrintedMeanwhile() throws Exception {
        printer.left("copy-0").end(JobState.completed, 2);
        assertThat(outcome(driver.reconcile("copy-0", 2))).isEqualTo(DELIVERED);
    }

    @Test
    void cancelsAndDoubtsTwoJobsOfOneName() throws Exception {
        Job one = printer.left("copy-0");
        Job two = printer.left("copy-0");
        assertThat(fault(outcome(driver.reconcile("copy-0", 1)))).isEqualTo("uncertain job-name-twice");
        assertThat(List.of(one.state, two.state)).containsOnly(JobState.canceled);
    }

    @Test
    void cannotReconcileWithAPrinterThatIsGone() throws Exception {
        printer.unplug();
        assertThat(fault(outcome(driver.reconcile("copy-0", 1)))).isEqualTo("uncertain printer-gone");
    }

    /** Prints in a program that can write nowhere. */
    public static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] args) throws Exception {
            DeviceConfig config = new DeviceConfig(
                    new DeviceId("document-printer"),
                    DeviceKind.DOCUMENT_PRINTER,
                    "ipp",
                    Map.of("uri", args[0], "poll-ms", "50"));
            try (DocumentPrinter driver = (DocumentPrinter) new IppDriver().start(config, Time.system())) {
                byte[] large = Arrays.copyOf("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 4 << 20);
                System.out.println(driver.print(new PrintOrder("elsewhere", large, 1), step -> {})
                        .get(30, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void printsWhereNoFileCanBeWritten() throws Exception {
        printer.life = job -> at(job, 1, JobState.completed, 1);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=/dev/null/nowhere",
                        "-Duser.home=/dev/null/nowhere",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName(),
                        printer.uri()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines()).containsExactly("Delivered[evidence=IMPRESSIONS, sheets=1]");
        } finally {
            process.destroy();
        }
        assertThat(printer.jobs.get(0).document).hasSize(4 << 20);
    }

    @Test
    void goesOnWhenAListenerThrowsAnError() throws Exception {
        driver.subscribe(status -> {
            throw new NoClassDefFoundError("listener");
        });
        printer.life = job -> at(job, 1, JobState.completed, 2);
        assertThat(outcome(driver.print(
                        new PrintOrder("copy-1", "%PDF-1.7 two sheets".getBytes(StandardCharsets.US_ASCII), 2),
                        step -> {
                            throw new StackOverflowError();
                        })))
                .isEqualTo(DELIVERED);
    }

    @Test
    void tellsAFaultOfItsOwnThreadAndGoesOn() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        driver.close();
        driver = driver(new Time() {
            private final Time sound = new FastTime();

            @Override
            public Instant now() {
                return sound.now();
            }

            @Override
            public long nanos() {
                if (broken.get()) {
                    throw new NoClassDefFoundError("driver");
                }
                return sound.nanos();
            }
        });
        await().untilAsserted(() -> assertThat(driver.status().faults())
                .containsExactly(new DeviceFault("driver", WhoActs.MAINTENANCE, "java.lang.NoClassDefFoundError")));
        assertThat(driver.status().state()).isEqualTo(DeviceState.HARDWARE_ERROR);
        assertThat(outcome(send())).as("nothing was sent").isInstanceOf(PrintOutcome.Failed.class);
        assertThat(printer.jobNames()).isEmpty();
        broken.set(false);
        await().until(() -> driver.status().state().usable());
        printer.life = job -> at(job, 1, JobState.completed, 2);
        assertThat(outcome(driver.print(
                        new PrintOrder("copy-2", "%PDF-1.7 two sheets".getBytes(StandardCharsets.US_ASCII), 2),
                        progress::add)))
                .isEqualTo(DELIVERED);
    }

    /** A second tray that is empty, as real printers tell of it: the printer prints, and staff are told. */
    @Test
    void printsWithAWarningThatWasThereBefore() throws Exception {
        printer.reasons = List.of("media-empty-warning", "cover-open-report");
        await().until(() -> !driver.status().faults().isEmpty());
        assertThat(driver.status().state()).isEqualTo(DeviceState.ONLINE);
        printer.life = job -> at(job, 2, JobState.completed, 2);
        assertThat(outcome(send())).isEqualTo(DELIVERED);
        assertThat(progress).noneMatch(PrintProgress.Waiting.class::isInstance);
        assertThat(driver.status().faults()).extracting(DeviceFault::name).containsExactly("cover-open", "media-empty");
    }
}
