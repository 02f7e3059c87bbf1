package org.yici.proof.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.bench.printer.Lack;
import org.yici.bench.printer.Obstacle;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceStatus;
import org.yici.device.EvidenceClass;
import org.yici.device.PaperSize;
import org.yici.device.PaperStatus;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.device.Sides;
import org.yici.device.TonerStatus;
import org.yici.proof.page.ProofPage;

/** Each switch of the bench's printer that is no lie: the page's tables are what is expected. */
@Execution(ExecutionMode.CONCURRENT)
class PrinterObstaclesTest {
    private static final ProofPage PAGE = new ProofPage("odd-printers.md");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private static PrintOrder order() throws Exception {
        return new PrintOrder("copy-1", BenchPrinter.document(2, PDRectangle.A4), 2);
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void saysWhatStandsInTheWayAndPrintsOnceItIsGone(Obstacle obstacle) throws Exception {
        try (BenchPrinter bench = new BenchPrinter(folder, false, Map.of())) {
            await().atMost(PATIENCE).until(() -> bench.status().state().usable());
            bench.printer().hinder(obstacle, true);
            String name = "`" + obstacle.switchName() + "`";
            CompletableFuture<PrintOutcome> order = bench.send(order());
            await().atMost(PATIENCE)
                    .until(() -> order.isDone()
                            || waits(bench)
                            || bench.printer().jobs().stream()
                                    .anyMatch(job -> job.completedAt().isPresent()));
            String meanwhile = waits(bench) ? waiting(bench) : words(order.get());
            await().atMost(PATIENCE).untilAsserted(() -> PAGE.assertRow("How it is", name, words(bench.status())));
            bench.printer().hinder(obstacle, false);
            PAGE.assertRow("What becomes of an order", name, meanwhile, words(order.get()));
            assertThat(bench.printer().tray().sheets()).hasSize(order.get() instanceof PrintOutcome.Failed ? 0 : 2);
        }
    }

    private static boolean waits(BenchPrinter bench) {
        return bench.progress().stream().anyMatch(PrintProgress.Waiting.class::isInstance);
    }

    private static String waiting(BenchPrinter bench) {
        return bench.progress().stream()
                .filter(PrintProgress.Waiting.class::isInstance)
                .map(step -> "waits, `" + ((PrintProgress.Waiting) step).fault().name() + "`")
                .findFirst()
                .orElseThrow();
    }

    private static String words(DeviceStatus.OfDocumentPrinter status) {
        String words = status.state().name();
        if (status.paper() != PaperStatus.FULL) {
            words += ", paper " + status.paper();
        }
        if (status.toner() != TonerStatus.FULL) {
            words += ", toner " + status.toner();
        }
        return words + status.faults().stream().map(PrinterObstaclesTest::words).collect(Collectors.joining(""));
    }

    private static String words(DeviceFault fault) {
        return " `" + fault.name() + "` " + fault.whoActs().name().toLowerCase(Locale.ROOT);
    }

    private static String words(PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            return "delivered, " + delivered.sheets() + " of 2";
        }
        return outcome instanceof PrintOutcome.Failed failed
                ? "failed, `" + failed.fault().name() + "`"
                : outcome.toString();
    }

    @ParameterizedTest
    @EnumSource(Lack.class)
    void knowsWhatAPrinterCannotDo(Lack lack) throws Exception {
        for (String evidence : List.of("impressions", "page-counter")) {
            try (BenchPrinter bench = new BenchPrinter(folder.resolve(evidence), false, Map.of("evidence", evidence))) {
                bench.printer().lack(lack, true);
                PrintOutcome outcome = bench.print(order());
                String came = bench.printer().jobs().isEmpty()
                        ? "nothing"
                        : bench.job().format().map(Enum::name).orElse("nothing");
                PAGE.assertRow(
                        "What a printer cannot do", "`" + lack.switchName() + "`", evidence, came, words(outcome));
            }
        }
    }

    @Test
    void noSwitchIsMissingOnThePage() {
        PAGE.assertNumberOfRows("How it is", Obstacle.values().length);
        PAGE.assertNumberOfRows("What becomes of an order", Obstacle.values().length);
        PAGE.assertNumberOfRows("What a printer cannot do", 2 * Lack.values().length);
    }

    @Test
    void printsTwoSidedOnA5FromItsTray() throws Exception {
        try (BenchPrinter bench = new BenchPrinter(folder, false, Map.of("tray-a5", "tray-2"))) {
            PrintOrder order = new PrintOrder(
                    "copy-1", BenchPrinter.document(3, PDRectangle.A5), 3, PaperSize.A5, Sides.TWO_SIDED_LONG_EDGE);
            assertThat(bench.print(order)).isEqualTo(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 2));
            assertThat(bench.sheets()).containsExactly(List.of(1, 2), List.of(3));
        }
    }

    @Test
    void printsTwoSidedRasterOverTlsAndBelievesTheCounter() throws Exception {
        try (BenchPrinter bench = new BenchPrinter(folder, true, Map.of("evidence", "page-counter"))) {
            bench.printer().lack(Lack.PDF, true);
            PrintOrder order = new PrintOrder(
                    "copy-1", BenchPrinter.document(2, PDRectangle.A4), 2, PaperSize.A4, Sides.TWO_SIDED_SHORT_EDGE);
            assertThat(bench.print(order)).isEqualTo(new PrintOutcome.Delivered(EvidenceClass.PAGE_COUNTER, 1));
            assertThat(bench.sheets()).containsExactly(List.of(1, 2));
        }
    }

    @Test
    void sendsNothingToAPrinterWithAnotherCertificate() throws Exception {
        try (BenchPrinter bench = new BenchPrinter(folder, true, Map.of("tls-sha256", "0".repeat(64)))) {
            assertThat(words(bench.print(order()))).isEqualTo("failed, `certificate-unknown`");
            assertThat(bench.printer().jobs()).isEmpty();
        }
    }
}
