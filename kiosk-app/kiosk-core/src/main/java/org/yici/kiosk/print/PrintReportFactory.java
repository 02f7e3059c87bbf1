package org.yici.kiosk.print;

import java.util.Optional;
import org.yici.base.Time;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.PrintReport.Outcome;
import org.yici.device.DeviceFault;
import org.yici.device.PrintOutcome;

/**
 * Makes the reports that this session sends of prints.
 *
 * @param session random id of the session
 */
public record PrintReportFactory(Time time, String session) {
    /** What the printer said of a job. */
    public PrintReport of(String copyId, Optional<String> certificate, int ordered, PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            return new PrintReport(
                    copyId,
                    certificate,
                    Outcome.DELIVERED,
                    Optional.of(delivered.evidence().name()),
                    delivered.sheets(),
                    ordered,
                    Optional.empty(),
                    session,
                    time.now());
        }
        if (outcome instanceof PrintOutcome.Partial partial) {
            return bad(copyId, certificate, Outcome.PARTIAL, partial.sheets(), ordered, partial.fault());
        }
        if (outcome instanceof PrintOutcome.Failed failed) {
            return bad(copyId, certificate, Outcome.FAILED, 0, ordered, failed.fault());
        }
        return bad(copyId, certificate, Outcome.UNCERTAIN, 0, ordered, ((PrintOutcome.Uncertain) outcome).fault());
    }

    /** What is to be read if this session is lost before it can say more. */
    PrintReport before(String copyId, Optional<String> certificate, int ordered) {
        return new PrintReport(
                copyId,
                certificate,
                Outcome.UNCERTAIN,
                Optional.empty(),
                0,
                ordered,
                Optional.of("session-lost"),
                session,
                time.now());
    }

    private PrintReport bad(
            String copyId, Optional<String> certificate, Outcome outcome, int sheets, int ordered, DeviceFault fault) {
        return new PrintReport(
                copyId,
                certificate,
                outcome,
                Optional.empty(),
                sheets,
                ordered,
                Optional.of(fault.name()),
                session,
                time.now());
    }
}
