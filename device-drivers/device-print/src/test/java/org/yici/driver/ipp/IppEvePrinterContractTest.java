package org.yici.driver.ipp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DocumentPrinter;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.device.contract.DocumentPrinterContract;

/** The driver and Debian's ippeveprinter, which others wrote. */
class IppEvePrinterContractTest extends DocumentPrinterContract {
    @TempDir
    Path folder;

    private @Nullable IppEvePrinter printer;

    private IppEvePrinter printer() {
        return requireNonNull(printer);
    }

    @Override
    protected void setUpHardware() throws IOException {
        printer = IppEvePrinter.counting(Files.createDirectory(folder.resolve("eve")));
    }

    @Override
    protected void tearDownHardware() throws Exception {
        printer().close();
    }

    private static DocumentPrinter driver(String uri, Map<String, String> more) {
        Map<String, String> settings =
                new HashMap<>(Map.of("uri", uri, "poll-ms", "100", "status-ms", "200", "waiting-limit-s", "40"));
        settings.putAll(more);
        return (DocumentPrinter) new IppDriver()
                .start(
                        new DeviceConfig(
                                new DeviceId("document-printer"), DeviceKind.DOCUMENT_PRINTER, "ipp", settings),
                        new FastTime());
    }

    @Override
    protected DocumentPrinter startDriver() {
        return driver(printer().uri(), Map.of());
    }

    @Override
    protected void takePaperOut() throws IOException {
        printer().takePaperOut();
    }

    @Override
    protected void unplug() throws InterruptedException {
        printer().unplug();
    }

    @Override
    protected void plugIn() {
        printer().plugIn();
    }

    @Override
    protected List<String> jobsSeen() throws IOException {
        return printer().jobsSeen();
    }

    @Override
    protected byte[] document(int sheets) {
        return Pages.pdf(sheets);
    }

    @Test
    void printsOnWhenPaperWasPutIn() throws Exception {
        DocumentPrinter driver = online();
        printer().takePaperOut();
        List<PrintProgress> progress = new CopyOnWriteArrayList<>();
        CompletableFuture<PrintOutcome> order = driver.print(order("eve-paper", 2), progress::add);
        await().atMost(PATIENCE).until(() -> progress.stream().anyMatch(PrintProgress.Waiting.class::isInstance));
        // The command said "-error": the severity is not to be relied on.
        assertThat(driver.status().faults()).extracting(DeviceFault::nativeCode).contains("media-empty-warning");
        printer().putPaperIn();
        assertThat(outcome(order)).isEqualTo(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 2));
    }

    /** It takes one job at a time and answers others with server-error-busy. */
    @Test
    void waitsWhileThePrinterPrintsForAnother() throws Exception {
        DocumentPrinter driver = online();
        printer().takePaperOut();
        List<PrintProgress> progress = new CopyOnWriteArrayList<>();
        try (DocumentPrinter other = driver(printer().uri(), Map.of("waiting-limit-s", "600"))) {
            CompletableFuture<PrintOutcome> first = other.print(order("eve-other", 1), step -> {});
            await().atMost(PATIENCE).until(() -> jobsSeen().contains("eve-other"));
            CompletableFuture<PrintOutcome> second = driver.print(order("eve-mine", 1), progress::add);
            await().atMost(PATIENCE).until(() -> progress.stream().anyMatch(PrintProgress.Waiting.class::isInstance));
            printer().putPaperIn();
            assertThat(outcome(first)).isInstanceOf(PrintOutcome.Delivered.class);
            assertThat(outcome(second)).isInstanceOf(PrintOutcome.Delivered.class);
        }
        assertThat(jobsSeen()).containsExactly("eve-other", "eve-mine");
    }

    /** Learned: 2.4.2 answers job-impressions-completed 0 for a completed job unless its print command says a number. */
    @Test
    void withoutACountItsWordIsNotEnoughForTheProfileThatPromisesOne() throws Exception {
        Path silent = Files.createDirectory(folder.resolve("silent"));
        try (IppEvePrinter eve = IppEvePrinter.silent(silent);
                DocumentPrinter counting = driver(eve.uri(), Map.of());
                DocumentPrinter believing = driver(eve.uri(), Map.of("evidence", "job-state"))) {
            assertThat(outcome(counting.print(order("eve-zero", 1), step -> {})))
                    .isInstanceOfSatisfying(
                            PrintOutcome.Uncertain.class,
                            uncertain -> assertThat(uncertain.fault().name()).isEqualTo("impressions-zero"));
            assertThat(outcome(believing.print(order("eve-state", 1), step -> {})))
                    .isEqualTo(new PrintOutcome.Delivered(EvidenceClass.JOB_STATE, 1));
        }
    }

    @Test
    void closesInTimeWhileAJobIsOpen() throws Exception {
        DocumentPrinter driver = online();
        printer().takePaperOut();
        CompletableFuture<PrintOutcome> order = driver.print(order("eve-open", 1), step -> {});
        await().atMost(PATIENCE).until(() -> jobsSeen().contains("eve-open"));
        long began = System.nanoTime();
        driver.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2200));
        assertThat(outcome(order)).isInstanceOf(PrintOutcome.Uncertain.class);
    }
}
