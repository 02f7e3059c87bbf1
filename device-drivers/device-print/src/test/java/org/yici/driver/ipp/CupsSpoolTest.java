package org.yici.driver.ipp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.device.DocumentPrinter;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.driver.ipp.IppClient.Told;

/** What is left of a document in CUPS 2.4.2: found by searching every file below its folder for 24 letters that stand in the PDF. */
class CupsSpoolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int IDLE = 3;
    private static final PrintOutcome DELIVERED = new PrintOutcome.Delivered(EvidenceClass.JOB_STATE, 1);

    @TempDir
    Path folder;

    private final String mark = mark();
    private @Nullable IppEvePrinter printer;
    private @Nullable CupsServer cups;
    private @Nullable DocumentPrinter driver;

    private static String mark() {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @BeforeEach
    void plugIn() throws IOException {
        printer = IppEvePrinter.counting(folder);
    }

    private void start(int waitingLimit, Map<String, String> other) throws Exception {
        cups = CupsServer.inFrontOf(printer().uri(), other);
        driver = cups().driver(waitingLimit);
    }

    /** As when the next session begins. */
    private void startPatientDriver() {
        requireNonNull(driver).close();
        driver = cups().driver(100);
    }

    private void startImpatient() throws Exception {
        start(10, Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        CupsServer.closeAll(driver, cups, printer);
    }

    private CupsServer cups() {
        return requireNonNull(cups);
    }

    private IppEvePrinter printer() {
        return requireNonNull(printer);
    }

    private CompletableFuture<PrintOutcome> send(String name) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(Pages.pdf(1));
        pdf.writeBytes(("%" + mark + "\n").getBytes(StandardCharsets.US_ASCII));
        return requireNonNull(driver).print(new PrintOrder(name, pdf.toByteArray(), 1), step -> {});
    }

    private static PrintOutcome outcome(CompletableFuture<PrintOutcome> order) throws Exception {
        return order.get(60, TimeUnit.SECONDS);
    }

    private List<Path> found() throws IOException {
        return cups().filesWith(mark);
    }

    private void awaitNothingLeft() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(found()).isEmpty());
    }

    /** A job that stays open: the printer has it and waits for paper. The search finds its document, which shows that it can. */
    private CompletableFuture<PrintOutcome> open(String name) throws IOException {
        printer().takePaperOut();
        CompletableFuture<PrintOutcome> order = send(name);
        await().atMost(PATIENCE).until(() -> printer().jobsSeen().contains(name));
        assertThat(found()).singleElement().satisfies(file -> assertThat(file).hasToString("spool/d00001-001"));
        return order;
    }

    /** Until the printer has done what it had taken: CUPS would ask a busy one again only after ten seconds. */
    private void fillUpAndFinish() throws IOException {
        printer().putPaperIn();
        IppClient behind = CupsServer.client(printer().uri());
        await().atMost(PATIENCE)
                .until(() -> behind.printer() instanceof Told.Value<PrinterReport> told
                        && told.value().state() == IDLE);
    }

    private static void assertUncertain(PrintOutcome outcome, String name) {
        assertThat(outcome).isInstanceOfSatisfying(PrintOutcome.Uncertain.class, uncertain -> assertThat(
                        uncertain.fault().name())
                .isEqualTo(name));
    }

    @Test
    void aDeliveredJobLeavesItsNumbersOnlyAndTheSameUserForEverybody() throws Exception {
        start(100, Map.of());
        CompletableFuture<PrintOutcome> order = open("delivered");
        printer().putPaperIn();
        assertThat(outcome(order)).isEqualTo(DELIVERED);
        awaitNothingLeft();
        cups().stop();
        assertThat(found()).isEmpty();
        assertThat(cups().spool()).hasSize(1);
        byte[] known = Files.readAllBytes(cups().spool().get(0));
        IppPacket job = IppPacket.read(new ByteArrayInputStream(known));
        assertThat(job.getString(Tag.jobAttributes, Types.jobOriginatingUserName))
                .isEqualTo("yici");
        assertThat(job.getString(Tag.jobAttributes, Types.jobName)).isEqualTo("delivered");
    }

    @Test
    void aCancelledJobLeavesNothing() throws Exception {
        startImpatient();
        assertThat(outcome(open("cancelled"))).isInstanceOf(PrintOutcome.Uncertain.class);
        awaitNothingLeft();
    }

    /** Nor does anything come out when that printer is back. */
    @Test
    void aJobWhosePrinterVanishedLeavesNothing() throws Exception {
        startImpatient();
        CompletableFuture<PrintOutcome> order = open("vanished");
        printer().unplug();
        assertThat(outcome(order)).isInstanceOf(PrintOutcome.Uncertain.class);
        awaitNothingLeft();
        printer().putPaperIn();
        printer().plugIn();
        startPatientDriver();
        assertThat(outcome(send("next"))).isEqualTo(DELIVERED);
        assertThat(printer().jobsSeen()).containsExactly("vanished", "next");
    }

    /** The search finds the document of a CUPS that was killed: why the spool lies in memory, and why it is made afresh at each start. */
    @Test
    void aKilledCupsLeavesTheDocumentUntilItIsStartedAfresh() throws Exception {
        startImpatient();
        CompletableFuture<PrintOutcome> order = open("killed");
        cups().kill();
        assertUncertain(outcome(order), "printer-gone");
        assertThat(found()).hasSize(1);
        fillUpAndFinish();
        cups().startAfresh();
        assertThat(found()).isEmpty();
        startPatientDriver();
        assertThat(outcome(send("next"))).isEqualTo(DELIVERED);
        awaitNothingLeft();
        assertThat(printer().jobsSeen()).containsExactly("killed", "next");
    }

    /**
     * What is known of a job is written some 30 s after it came. A document that is found without it is nobody's and stays; numbers may
     * begin at one again, and a later job of its number overwrites it.
     */
    @Test
    void aStartThatFindsTheSpoolKeepsTheDocument() throws Exception {
        start(100, Map.of());
        CompletableFuture<PrintOutcome> order = open("kept");
        cups().kill();
        fillUpAndFinish();
        cups().start();
        assertUncertain(outcome(order), "job-lost");
        assertThat(found()).hasSize(1);
        assertThat(outcome(send("next"))).isEqualTo(DELIVERED);
        assertThat(printer().jobsSeen()).containsExactly("kept", "next");
    }

    /** Once that is written, the job is printed again: a second copy of one number. */
    @Test
    void aStartThatFindsTheSpoolPrintsAgain() throws Exception {
        start(100, Map.of("LogLevel warn", "LogLevel warn\nDirtyCleanInterval 0"));
        open("again");
        await().atMost(PATIENCE).until(() -> cups().spool().size() == 2);
        cups().kill();
        fillUpAndFinish();
        cups().start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(printer().jobsSeen()).containsExactly("again", "again"));
    }

    /** A job is forgotten the moment it ends. */
    @Test
    void withoutAHistoryNothingIsEverCertain() throws Exception {
        start(100, Map.of("PreserveJobHistory 60", "PreserveJobHistory No"));
        assertUncertain(outcome(send("forgotten")), "job-lost");
        assertUncertain(outcome(requireNonNull(driver).reconcile("forgotten", 1)), "job-unknown");
        assertThat(printer().jobsSeen()).containsExactly("forgotten");
        cups().stop();
        assertThat(cups().spool()).isEmpty();
    }
}
