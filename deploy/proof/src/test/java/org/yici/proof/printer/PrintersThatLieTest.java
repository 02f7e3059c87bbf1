package org.yici.proof.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yici.proof.terminal.OneSession.soon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.base.Time;
import org.yici.contract.entry.PrintReport;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.proof.page.ProofPage;
import org.yici.proof.terminal.Ledger;
import org.yici.proof.terminal.OneSession;

/** Every cell of the tables in {@code docs/proof/printers-that-lie.md}, lived through; mostly waiting, so several at a time. */
@Execution(ExecutionMode.CONCURRENT)
class PrintersThatLieTest {
    private static final ProofPage PAGE = new ProofPage("printers-that-lie.md");

    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = new Ledger(folder);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    static Stream<Arguments> cells() {
        return Arrays.stream(FarEnd.values())
                .flatMap(farEnd -> Arrays.stream(Profile.values()).map(profile -> Arguments.of(farEnd, profile)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theCitizenWaits(FarEnd farEnd, Profile profile) throws Exception {
        List<String> seen = new ArrayList<>();
        boolean done;
        String copy;
        int sheets;
        try (LyingPrinter printer = new LyingPrinter(folder, farEnd);
                OneSession session = new OneSession(ledger, printer.uri(), profile.setting())) {
            copy = session.toThePreview(farEnd.pages());
            session.press("打印");
            Screen end = session.afterPrinting();
            seen.add(session.sentence());
            soon("the printer").until(printer::isAtRest);
            sheets = printer.sheets(copy);
            if (end instanceof PrintScreen.DeliveryQuestion) {
                String answer = sheets == farEnd.pages() ? "都出来了" : "没打出来或不全";
                session.press(answer);
                seen.add("〔" + answer + "〕");
                end = session.afterPrinting();
                seen.add(session.sentence());
            }
            done = end instanceof PrintScreen.Done;
            soon("the ledger").until(() -> ledger.reports(copy).size() == 1);
            printer.assertNoCopyTwice();
            assertThat(printer.jobs()).hasSize(1);
        }
        PrintReport report = ledger.reports(copy).get(0);
        assertThat(ledger.openIntents()).isEqualTo(farEnd.keepsTheJob() ? 1 : 0);
        assertThat(sheets).isLessThanOrEqualTo(farEnd.pages());
        assertTruth(farEnd, profile, done, sheets, report);
        PAGE.assertRow(
                "The citizen waits",
                farEnd.words(),
                profile.setting(),
                sheets + " of " + farEnd.pages(),
                String.join(" → ", seen),
                ledgerWords(report) + (farEnd.keepsTheJob() ? "; open" : ""));
    }

    /** What must hold whatever the table says. */
    private static void assertTruth(FarEnd farEnd, Profile profile, boolean done, int sheets, PrintReport report) {
        boolean complete = sheets == farEnd.pages();
        boolean deceived = farEnd.inventsEvidence() && profile == Profile.IMPRESSIONS;
        assertThat(done && !complete).as("done without paper").isEqualTo(deceived);
        assertThat(report.outcome() == PrintReport.Outcome.DELIVERED)
                .as("delivered in the ledger just when done on the screen")
                .isEqualTo(done);
        if (!deceived) {
            assertThat(report.sheets()).as("no sheet more than came").isLessThanOrEqualTo(sheets);
        }
        assertThat(report.ordered()).isEqualTo(farEnd.pages());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theSessionIsLost(FarEnd farEnd, Profile profile) throws Exception {
        String copy;
        int sheets;
        try (LyingPrinter printer = new LyingPrinter(folder, farEnd)) {
            try (OneSession lost = new OneSession(ledger, printer.uri(), profile.setting())) {
                copy = lost.toThePreview(farEnd.pages());
                lost.press("打印");
                soon("the printer").until(() -> !printer.jobs().isEmpty());
            }
            soon("the printer").until(printer::isAtRest);
            sheets = printer.sheets(copy);
            try (OneSession next = new OneSession(ledger, printer.uri(), profile.setting())) {
                next.awaitScreen(VisitScreen.Goodbye.class);
                assertThat(next.words()).contains("请带好证件和打印件", "出纸口可能有打印件，请查看");
                if (farEnd.keepsTheJob()) {
                    next.awaitScreen(VisitScreen.Idle.class);
                    assertThat(next.words()).as("nobody is offered to print").contains("打印机暂时不能使用。");
                } else {
                    printer.becomeHonest(farEnd);
                    soon("the printer").until(printer::isAtRest);
                }
            }
            assertThat(printer.jobs())
                    .as("nothing is printed for the next person")
                    .hasSize(1);
            assertThat(printer.sheets(copy)).isEqualTo(sheets);
        }
        List<PrintReport> reports = ledger.reports(copy);
        assertThat(reports).hasSize(farEnd.keepsTheJob() ? 0 : 1);
        assertThat(ledger.openIntents()).isEqualTo(farEnd.keepsTheJob() ? 1 : 0);
        boolean deceived = farEnd.inventsEvidence() && profile == Profile.IMPRESSIONS;
        boolean counted = reports.stream().anyMatch(report -> report.evidence().equals(Optional.of("IMPRESSIONS")));
        assertThat(counted && sheets < farEnd.pages())
                .as("counted without paper")
                .isEqualTo(deceived);
        PAGE.assertRow(
                "The session is lost",
                farEnd.words(),
                profile.setting(),
                sheets + " of " + farEnd.pages(),
                reports.isEmpty() ? "open" : ledgerWords(reports.get(0)));
    }

    @Test
    void thePageHasNoOtherRows() {
        PAGE.assertNumberOfRows("The citizen waits", FarEnd.values().length * Profile.values().length);
        PAGE.assertNumberOfRows("The session is lost", FarEnd.values().length * Profile.values().length);
    }

    /** The sheet of one citizen may come out at any moment: nobody else is offered to print until the printer has said what became of it. */
    @Test
    void aPrinterThatTookAllAndFallsSilentKeepsThePrintOpen() throws Exception {
        try (LyingPrinter printer = new LyingPrinter(folder, FarEnd.HONEST);
                SilentWire wire = new SilentWire(printer.uri())) {
            String copy;
            try (OneSession session = new OneSession(ledger, wire.uri(), Profile.IMPRESSIONS.setting())) {
                copy = session.toThePreview(1);
                session.press("打印");
                soon("the document").until(wire::isSilent);
                session.afterPrinting();
                assertThat(session.sentence()).isEqualTo("不能确认打印件是否已送出 (P06)");
                soon("the ledger").until(() -> ledger.reports(copy).size() == 1);
                assertThat(ledgerWords(ledger.reports(copy).get(0)))
                        .isEqualTo("UNCERTAIN, no evidence, 0, connection-lost");
                assertThat(ledger.openIntents()).isEqualTo(1);
            }
            try (OneSession next = new OneSession(ledger, wire.uri(), Profile.IMPRESSIONS.setting())) {
                next.awaitScreen(VisitScreen.Idle.class);
                assertThat(next.words()).as("nobody is offered to print").contains("打印机暂时不能使用。");
                assertThat(ledger.openIntents()).isEqualTo(1);
                wire.mend();
                soon("the printer's word").until(() -> ledger.openIntents() == 0);
                soon("an offer to print")
                        .until(() -> next.screenIs(VisitScreen.Idle.class)
                                && !next.words().contains("打印机暂时不能使用。"));
            }
            assertThat(ledger.reports(copy)).hasSize(2);
            assertThat(ledgerWords(ledger.reports(copy).get(1))).isEqualTo("DELIVERED, IMPRESSIONS, 1");
            assertThat(printer.sheets(copy)).isEqualTo(1);
            printer.assertNoCopyTwice();
        }
    }

    /** After a print of which the printer says that nothing came, the citizen may try again: with another copy. */
    @Test
    void anotherTryIsAnotherCopy() throws Exception {
        try (LyingPrinter printer = new LyingPrinter(folder, FarEnd.STUCK);
                OneSession session = new OneSession(ledger, printer.uri(), Profile.IMPRESSIONS.setting())) {
            String first = session.toThePreview(1);
            session.press("打印");
            session.afterPrinting();
            assertThat(session.sentence()).isEqualTo("打印未成功，本次未出纸 (P04)");
            printer.becomeHonest(FarEnd.STUCK);
            String second = session.anotherCopy(1, "再试一次");
            session.press("打印");
            session.afterPrinting();
            assertThat(session.sentence()).isEqualTo("打印完成");
            assertThat(printer.sheets(first)).isZero();
            assertThat(printer.sheets(second)).isEqualTo(1);
            printer.assertNoCopyTwice();
        }
    }

    @Test
    void evidenceThatTheDriverCannotGetIsRefusedAtTheStart() {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("document-printer"),
                DeviceKind.DOCUMENT_PRINTER,
                "ipp",
                Map.of("uri", "ipp://127.0.0.1:1/ipp/print", "evidence", "exit-sensor"));
        ServiceLoader<DriverProvider> drivers = ServiceLoader.load(DriverProvider.class);
        assertThatThrownBy(() -> DriverProvider.start(drivers, config, Time.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("evidence must be one of [citizen-word, impressions, job-state, page-counter]");
    }

    /** Outcome, evidence, sheets and fault as the ledger has them. */
    private static String ledgerWords(PrintReport report) {
        String words = report.outcome() + ", " + report.evidence().orElse("no evidence") + ", " + report.sheets();
        return words + report.fault().map(fault -> ", " + fault).orElse("");
    }
}
