package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceState;
import org.yici.device.PaperStatus;
import org.yici.device.TonerStatus;

class PrinterConditionTest {
    private static PrinterCondition condition(int state, String... reasons) {
        return PrinterCondition.of(new PrinterReport(state, true, List.of(reasons), OptionalInt.empty(), false));
    }

    @ParameterizedTest
    @CsvSource({
        "3, none,                   ONLINE,         FULL,   FULL, false",
        "4, none,                   DEVICE_BUSY,    FULL,   FULL, false",
        "3, media-low-report,       ONLINE,         LOW,    FULL, false",
        "4, media-empty-warning,    DEVICE_BUSY,    OUT,    FULL, true",
        "5, media-empty-error,      ONLINE,         OUT,    FULL, true",
        "5, media-needed,           ONLINE,         OUT,    FULL, true",
        "5, media-jam-error,        ONLINE,         JAMMED, FULL, true",
        "3, cover-open-warning,     ONLINE,         FULL,   FULL, false",
        "4, cover-open-warning,     USER_ERROR,     FULL,   FULL, true",
        "3, cover-open-report,      ONLINE,         FULL,   FULL, false",
        "3, cover-open,             USER_ERROR,     FULL,   FULL, true",
        "3, media-empty-warning,    ONLINE,         LOW,    FULL, false",
        "3, media-empty-error,      ONLINE,         OUT,    FULL, true",
        "3, media-empty,            ONLINE,         OUT,    FULL, true",
        "3, marker-supply-empty-warning, ONLINE,    FULL,   LOW,  false",
        "3, toner-empty-error,      ONLINE,         FULL,   OUT,  true",
        "5, door-open,              USER_ERROR,     FULL,   FULL, true",
        "5, output-area-full-error, USER_ERROR,     FULL,   FULL, true",
        "3, toner-low-warning,      ONLINE,         FULL,   LOW,  false",
        "5, marker-supply-empty,    ONLINE,         FULL,   OUT,  true",
        "5, paused,                 OFFLINE,        FULL,   FULL, true",
        "3, offline-report,         OFFLINE,        FULL,   FULL, true",
        "5, fuser-over-temp-error,  HARDWARE_ERROR, FULL,   FULL, true",
        "5, input-media-jam-error,  ONLINE,         JAMMED, FULL, true",
        "5, output-cover-open,      USER_ERROR,     FULL,   FULL, true",
        "5, input-tray-failure,     HARDWARE_ERROR, FULL,   FULL, true",
        "5, fuser-missing-error,    USER_ERROR,     FULL,   FULL, true",
        "5, developer-empty,        ONLINE,         FULL,   OUT,  true",
        "3, marker-ink-low-warning, ONLINE,         FULL,   LOW,  false",
        "5, hold-new-jobs,          OFFLINE,        FULL,   FULL, true",
        "3, hibernate,              ONLINE,         FULL,   FULL, false",
        "5, none,                   HARDWARE_ERROR, FULL,   FULL, true",
        "5, acme-pigeon-error,      HARDWARE_ERROR, FULL,   FULL, true",
        "3, acme-pigeon-report,     ONLINE,         FULL,   FULL, false",
    })
    void putsThePrintersWordsIntoOurs(
            int printerState,
            String reason,
            DeviceState state,
            PaperStatus paper,
            TonerStatus toner,
            boolean keepsPaperFromComing) {
        PrinterCondition condition = condition(printerState, reason);
        assertThat(condition.state()).isEqualTo(state);
        assertThat(condition.paper()).isEqualTo(paper);
        assertThat(condition.toner()).isEqualTo(toner);
        assertThat(condition.obstacle().isPresent()).isEqualTo(keepsPaperFromComing);
    }

    @Test
    void namesFaultsWorstFirstWithWhoActs() {
        assertThat(condition(5, "toner-low-report", "media-jam-error", "fuser-over-temp", "none")
                        .faults())
                .containsExactly(
                        new DeviceFault("fuser-over-temp", WhoActs.MAINTENANCE, "fuser-over-temp"),
                        new DeviceFault("media-jam", WhoActs.CLEAR, "media-jam-error"),
                        new DeviceFault("toner-low", WhoActs.CLEAR, "toner-low-report"));
    }

    @Test
    void aPrinterThatTakesNoJobsIsOffline() {
        PrinterCondition condition =
                PrinterCondition.of(new PrinterReport(3, false, List.of(), OptionalInt.empty(), false));
        assertThat(condition.state()).isEqualTo(DeviceState.OFFLINE);
        assertThat(condition.faults()).extracting(DeviceFault::name).containsExactly("not-accepting-jobs");
    }

    @Test
    void ofAPrinterThatIsGoneNothingIsKnown() {
        DeviceFault fault = new DeviceFault("printer-gone", WhoActs.RESET, "ConnectException");
        PrinterCondition gone = PrinterCondition.unknown(fault);
        assertThat(gone.paper()).isEqualTo(PaperStatus.UNKNOWN);
        assertThat(gone.toner()).isEqualTo(TonerStatus.UNKNOWN);
        assertThat(gone.faults()).containsExactly(new DeviceFault("printer-gone", WhoActs.RESET, "ConnectException"));
    }

    /** An idle queue of CUPS repeats what its printer said in the last job; a busy one says how it is now. */
    @Test
    void anIdleQueueKnowsNothingOfPaper() {
        PrinterReport idle = new PrinterReport(
                3, true, List.of("media-empty-warning", "cups-ipp-missing-job-history"), OptionalInt.empty(), true);
        assertThat(PrinterCondition.of(idle).paper()).isEqualTo(PaperStatus.UNKNOWN);
        assertThat(PrinterCondition.of(idle).forgetsJobs()).isTrue();
        PrinterReport busy = new PrinterReport(4, true, List.of("media-empty-warning"), OptionalInt.empty(), true);
        assertThat(PrinterCondition.of(busy).paper()).isEqualTo(PaperStatus.OUT);
    }

    /**
     * The whole table: each meaning with each severity, in each state of the printer, accepting jobs or not. Paper is expected from an idle
     * printer that takes jobs unless it says an error, and from a busy one unless it says anything but "low".
     */
    @ParameterizedTest
    @CsvSource({
        // word,            idle: error warning report, busy: error warning report, stopped
        "media-empty,       O O -- --, O O O, O",
        "media-needed,      O O -- --, O O O, O",
        "input-tray-missing, O O -- --, O O O, O",
        "media-jam,         O O -- --, O O O, O",
        "toner-empty,       O O -- --, O O O, O",
        "marker-supply-empty, O O -- --, O O O, O",
        "marker-ink-empty,  O O -- --, O O O, O",
        "developer-empty,   O O -- --, O O O, O",
        "door-open,         O O -- --, O O O, O",
        "cover-open,        O O -- --, O O O, O",
        "output-cover-open, O O -- --, O O O, O",
        "fuser-over-temp,   O O -- --, O O O, O",
        "opc-life-over,     O O -- --, O O O, O",
        "motor-failure,     O O -- --, O O O, O",
        "offline,           O O O O, O O O, O",
        "paused,            O O O O, O O O, O",
        "shutdown,          O O O O, O O O, O",
        "output-area-full,  -- -- -- --, -- -- --, O",
        "fuser-missing,     -- -- -- --, -- -- --, O",
        "media-low,         -- -- -- --, -- -- --, O",
        "toner-low,         -- -- -- --, -- -- --, O",
        "acme-pigeon,       -- -- -- --, -- -- --, O",
        "hibernate,         -- -- -- --, -- -- --, O",
    })
    void severityCountsWhileThePrinterIsIdleAndTakesJobs(String word, String idle, String busy, String stopped) {
        String[] suffixes = {"-error", "", "-warning", "-report"};
        String[] whenIdle = idle.split(" ", -1);
        String[] whenBusy = busy.split(" ", -1);
        for (int i = 0; i < suffixes.length; i++) {
            String reason = word + suffixes[i];
            assertThat(condition(3, reason).obstacle().isPresent())
                    .as("idle %s", reason)
                    .isEqualTo(whenIdle[i].equals("O"));
            assertThat(condition(4, reason).obstacle().isPresent())
                    .as("busy %s", reason)
                    .isEqualTo(whenBusy[Math.max(0, i - 1)].equals("O"));
            assertThat(condition(5, reason).obstacle().isPresent())
                    .as("stopped %s", reason)
                    .isEqualTo(stopped.equals("O"));
            for (int state : new int[] {0, 3, 4, 5}) {
                PrinterReport closed = new PrinterReport(state, false, List.of(reason), OptionalInt.empty(), false);
                assertThat(PrinterCondition.of(closed).obstacle())
                        .as("%d takes no jobs %s", state, reason)
                        .isPresent();
            }
            assertThat(condition(0, reason).obstacle().isPresent())
                    .as("no state %s", reason)
                    .isEqualTo(whenBusy[Math.max(0, i - 1)].equals("O"));
        }
    }

    @Test
    void tellsStaffOfAWarningThatDoesNotKeepItFromPrinting() {
        assertThat(condition(3, "media-empty-warning", "toner-empty-error", "cover-open-report")
                        .faults())
                .containsExactly(
                        new DeviceFault("toner-empty", WhoActs.CLEAR, "toner-empty-error"),
                        new DeviceFault("cover-open", WhoActs.CLEAR, "cover-open-report"),
                        new DeviceFault("media-empty", WhoActs.CLEAR, "media-empty-warning"));
    }

    /** A second tray that was empty before the order says nothing of it; paper that ends during the order does. */
    @Test
    void aWarningCountsAgainstAnOrderOnlyIfItCameDuringIt() {
        StandingWarnings warnings = new StandingWarnings();
        PrinterReport idle = new PrinterReport(3, true, List.of("media-empty-warning"), OptionalInt.empty(), false);
        PrinterReport busy = new PrinterReport(4, true, List.of("media-empty-warning"), OptionalInt.empty(), false);
        PrinterReport jammed = new PrinterReport(
                3, true, List.of("media-empty-warning", "media-jam-warning"), OptionalInt.empty(), false);
        assertThat(warnings.condition(busy).paper()).isEqualTo(PaperStatus.OUT);
        assertThat(warnings.condition(idle).paper()).isEqualTo(PaperStatus.LOW);
        warnings.beginOrder();
        assertThat(warnings.condition(busy).obstacle()).isEmpty();
        assertThat(warnings.condition(jammed).paper()).isEqualTo(PaperStatus.JAMMED);
        warnings.endOrder();
        assertThat(warnings.condition(jammed).paper()).isEqualTo(PaperStatus.LOW);
        PrinterReport stopped = new PrinterReport(5, true, List.of("media-empty-warning"), OptionalInt.empty(), false);
        assertThat(warnings.condition(stopped).paper()).isEqualTo(PaperStatus.OUT);
    }

    /** A queue repeats what its printer said in the last job: its warnings never stand. */
    @Test
    void aQueuesWarningsDoNotStand() {
        StandingWarnings warnings = new StandingWarnings();
        PrinterReport idle = new PrinterReport(3, true, List.of("media-empty-warning"), OptionalInt.empty(), true);
        PrinterReport busy = new PrinterReport(4, true, List.of("media-empty-warning"), OptionalInt.empty(), true);
        warnings.condition(idle);
        assertThat(warnings.condition(busy).paper()).isEqualTo(PaperStatus.OUT);
    }
}
