package org.yici.device.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yici.device.Counter;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.DocumentPrinter;
import org.yici.device.PaperStatus;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTesting;

/** The contract of {@link DocumentPrinter}; a subclass brings the printer and the hands that handle it. */
public abstract class DocumentPrinterContract extends DeviceContract<DocumentPrinter> {

    /** With a limit of waiting below ten seconds. */
    @Override
    protected abstract DocumentPrinter startDriver();

    protected abstract void takePaperOut() throws Exception;

    /** Names of the jobs that the printer itself has seen, in order. */
    protected abstract List<String> jobsSeen() throws Exception;

    /** A document that prints on {@code sheets} sheets. */
    protected abstract byte[] document(int sheets);

    protected final PrintOrder order(String name, int sheets) {
        return new PrintOrder(name, document(sheets), sheets);
    }

    @Override
    protected List<ThrowingCallable> callsOf(DocumentPrinter printer) {
        return List.of(
                () -> printer.print(order("contract-late", 1), step -> {}),
                () -> printer.reconcile("contract-late", 1));
    }

    protected static PrintOutcome outcome(CompletableFuture<PrintOutcome> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    @Test
    void printsAndTellsOnWhatEvidence() throws Exception {
        DocumentPrinter printer = online();
        List<PrintProgress> progress = new CopyOnWriteArrayList<>();
        PrintOutcome outcome = outcome(printer.print(order("contract-1", 1), progress::add));
        assertThat(outcome).isEqualTo(new PrintOutcome.Delivered(printer.evidence(), 1));
        assertThat(progress.get(0)).isInstanceOf(PrintProgress.Sent.class);
        assertThat(jobsSeen()).containsExactly("contract-1");
    }

    @Test
    void triesItselfOutWithAPageAndCountsIt() throws Exception {
        DocumentPrinter printer = online();
        SelfTestResult well = ((SelfTesting) printer).selfTest().get(60, TimeUnit.SECONDS);
        assertThat(well.passed()).as(well.toString()).isTrue();
        assertThat(jobsSeen()).singleElement().satisfies(job -> assertThat(job).startsWith("yici-self-test-"));
        assertThat(printer.counts()).isEqualTo(Map.of(Counter.PAGES, 1L));
    }

    @Test
    void twoOrdersQueue() throws Exception {
        DocumentPrinter printer = online();
        CompletableFuture<PrintOutcome> first = printer.print(order("contract-a", 1), step -> {});
        CompletableFuture<PrintOutcome> second = printer.print(order("contract-b", 2), step -> {});
        assertThat(outcome(first)).isInstanceOf(PrintOutcome.Delivered.class);
        assertThat(outcome(second)).isEqualTo(new PrintOutcome.Delivered(printer.evidence(), 2));
        assertThat(jobsSeen()).containsExactly("contract-a", "contract-b");
    }

    @Test
    void neverSendsTheSameJobTwice() throws Exception {
        DocumentPrinter printer = online();
        assertThat(outcome(printer.print(order("contract-once", 1), step -> {})))
                .isInstanceOf(PrintOutcome.Delivered.class);
        assertThat(outcome(printer.print(order("contract-once", 1), step -> {})))
                .isInstanceOf(PrintOutcome.Uncertain.class);
        assertThat(jobsSeen()).containsExactly("contract-once");
    }

    @Test
    void aListenerThatThrowsDoesNotHarmTheOrder() throws Exception {
        DocumentPrinter printer = online();
        CompletableFuture<PrintOutcome> order = printer.print(order("contract-listener", 1), step -> {
            throw new IllegalStateException("a listener's own fault");
        });
        assertThat(outcome(order)).isInstanceOf(PrintOutcome.Delivered.class);
    }

    @Test
    void neverSaysDeliveredWhenThePaperIsOut() throws Exception {
        DocumentPrinter printer = online();
        takePaperOut();
        List<PrintProgress> progress = new CopyOnWriteArrayList<>();
        CompletableFuture<PrintOutcome> order = printer.print(order("contract-empty", 1), progress::add);
        await().atMost(PATIENCE)
                .until(() -> ((DeviceStatus.OfDocumentPrinter) printer.status()).paper() == PaperStatus.OUT);
        assertThat(outcome(order))
                .isInstanceOfAny(PrintOutcome.Failed.class, PrintOutcome.Partial.class, PrintOutcome.Uncertain.class);
        assertThat(progress).anyMatch(PrintProgress.Waiting.class::isInstance);
    }

    @Test
    void aPrinterThatIsGoneIsAnOutcome() throws Exception {
        DocumentPrinter printer = online();
        unplug();
        assertThat(outcome(printer.print(order("contract-gone", 1), step -> {})))
                .isInstanceOfSatisfying(
                        PrintOutcome.Failed.class,
                        failed -> assertThat(failed.fault().name()).isEqualTo("printer-gone"));
    }

    @Test
    void showsThatItIsUnpluggedAndWorksAgainAfterwards() throws Exception {
        DocumentPrinter printer = online();
        unplug();
        awaitState(printer, DeviceState.OFFLINE);
        assertThat(printer.status().faults()).isNotEmpty();
        assertThat(printer.counts()).isEqualTo(Map.of(Counter.LOSSES, 1L));
        plugIn();
        awaitState(printer, DeviceState.ONLINE);
        assertThat(outcome(printer.print(order("contract-again", 1), step -> {})))
                .isInstanceOf(PrintOutcome.Delivered.class);
    }

    @Test
    void reconcilesAJobOfTheSessionBefore() throws Exception {
        DocumentPrinter before = online();
        assertThat(outcome(before.print(order("contract-before", 1), step -> {})))
                .isInstanceOf(PrintOutcome.Delivered.class);
        before.close();
        DocumentPrinter printer = online();
        assertThat(outcome(printer.reconcile("contract-before", 1)))
                .isEqualTo(new PrintOutcome.Delivered(printer.evidence(), 1));
        assertThat(jobsSeen()).containsExactly("contract-before");
    }

    @Test
    void cancelsWhatTheSessionBeforeLeftOpen() throws Exception {
        DocumentPrinter before = online();
        takePaperOut();
        List<PrintProgress> progress = new CopyOnWriteArrayList<>();
        CompletableFuture<PrintOutcome> order = before.print(order("contract-left", 1), progress::add);
        await().atMost(PATIENCE).until(() -> progress.stream().anyMatch(PrintProgress.Sent.class::isInstance));
        before.close();
        assertThat(outcome(order)).isInstanceOf(PrintOutcome.Uncertain.class);
        DocumentPrinter printer = start();
        assertThat(outcome(printer.reconcile("contract-left", 1)))
                .isInstanceOfAny(PrintOutcome.Failed.class, PrintOutcome.Uncertain.class);
    }

    @Test
    void aJobThatThePrinterDoesNotKnowIsUncertain() throws Exception {
        assertThat(outcome(online().reconcile("contract-never", 1)))
                .isInstanceOfSatisfying(
                        PrintOutcome.Uncertain.class,
                        uncertain -> assertThat(uncertain.fault().name()).isEqualTo("job-unknown"));
    }

    @Test
    void closesInTimeAndAnswersWhatIsOpen() throws Exception {
        DocumentPrinter printer = online();
        takePaperOut();
        CompletableFuture<PrintOutcome> open = printer.print(order("contract-open", 1), step -> {});
        CompletableFuture<PrintOutcome> queued = printer.print(order("contract-queued", 1), step -> {});
        long began = System.nanoTime();
        printer.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2200));
        printer.close();
        assertThat(outcome(open)).isNotInstanceOf(PrintOutcome.Delivered.class);
        assertThat(outcome(queued)).isInstanceOf(PrintOutcome.Failed.class);
    }
}
