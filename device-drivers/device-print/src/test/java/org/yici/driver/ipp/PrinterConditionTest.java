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
        "3, cover-open-warning,     USER_ERROR,     FULL,   FULL, true",
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
}
