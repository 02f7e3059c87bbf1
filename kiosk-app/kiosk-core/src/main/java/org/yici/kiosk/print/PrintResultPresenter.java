package org.yici.kiosk.print;

import java.time.Duration;
import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.device.PrintOutcome;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.visit.PaperInTray;
import org.yici.kiosk.visit.VisitNavigation;

/** What a citizen is told of a print that has come to its end. "Done" is said of a delivered one alone. */
final class PrintResultPresenter {
    private static final Duration DONE = Duration.ofSeconds(20);

    private final ScreenFlow flow;
    private final ErrorPresenter errors;
    private final VisitNavigation navigation;

    PrintResultPresenter(ScreenFlow flow, ErrorPresenter errors, VisitNavigation navigation) {
        this.flow = flow;
        this.errors = errors;
        this.navigation = navigation;
    }

    static PaperInTray paper(PrintOutcome outcome) {
        if (DeliveryConfirmation.isNeeded(outcome)) {
            return PaperInTray.UNKNOWN;
        }
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            return PaperInTray.sheets(delivered.sheets());
        }
        if (outcome instanceof PrintOutcome.Partial partial) {
            return PaperInTray.sheets(partial.sheets());
        }
        return outcome instanceof PrintOutcome.Failed ? PaperInTray.NONE : PaperInTray.UNKNOWN;
    }

    /** {@code another} prints another copy where nothing came out. */
    void show(PrintOutcome outcome, PrintJob job, Runnable another) {
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            done(delivered);
        } else if (outcome instanceof PrintOutcome.Partial) {
            error(ErrorCode.PRINT_PARTIAL, job, outcome, Optional.empty());
        } else if (outcome instanceof PrintOutcome.Failed) {
            error(ErrorCode.PRINT_FAILED, job, outcome, Optional.of(another));
        } else {
            error(ErrorCode.PRINT_UNCERTAIN, job, outcome, Optional.empty());
        }
    }

    /** The citizen says that paper is missing. */
    void missing(PrintOutcome.Uncertain outcome, PrintJob job) {
        error(ErrorCode.PRINT_NOT_SEEN, job, outcome, Optional.empty());
    }

    private void error(ErrorCode code, PrintJob job, PrintOutcome outcome, Optional<Runnable> retry) {
        errors.showAfterPrint(new DisplayedError(code, job.reference()), retry, paper(outcome), navigation);
    }

    void done(PrintOutcome.Delivered delivered) {
        Runnable leave = () -> navigation.leave(EndReason.FINISHED, PaperInTray.sheets(delivered.sheets()));
        flow.show(new PrintScreen.Done(delivered.sheets()), ScreenTimeout.of(DONE, leave), action -> {
            if (action instanceof CitizenAction.Exit) {
                leave.run();
            }
        });
    }
}
