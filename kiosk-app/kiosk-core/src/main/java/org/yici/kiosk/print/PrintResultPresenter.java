package org.yici.kiosk.print;

import java.time.Duration;
import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.contract.https.IssuedCopy;
import org.yici.device.PrintOutcome;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.VisitNavigation;

/** What a citizen is told of a print that has come to its end. "Done" is said of a delivered one alone. */
public final class PrintResultPresenter {
    private static final Duration DONE = Duration.ofSeconds(20);
    private static final int REFERENCE = 8;

    private final ScreenFlow flow;
    private final ErrorPresenter errors;
    private final VisitNavigation navigation;

    PrintResultPresenter(ScreenFlow flow, ErrorPresenter errors, VisitNavigation navigation) {
        this.flow = flow;
        this.errors = errors;
        this.navigation = navigation;
    }

    /** What staff find a copy by: the end of its id. */
    public static String reference(IssuedCopy copy) {
        String id = copy.copyId();
        return id.substring(Math.max(0, id.length() - REFERENCE));
    }

    /** Sheets in the tray, as {@link VisitNavigation#leave} takes them. */
    static int sheets(PrintOutcome outcome) {
        if (DeliveryConfirmation.isNeeded(outcome)) {
            return VisitNavigation.MAYBE_PAPER;
        }
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            return delivered.sheets();
        }
        if (outcome instanceof PrintOutcome.Partial partial) {
            return partial.sheets();
        }
        return outcome instanceof PrintOutcome.Failed ? 0 : VisitNavigation.MAYBE_PAPER;
    }

    /** {@code another} orders another copy where nothing came out. */
    void show(PrintOutcome outcome, IssuedCopy copy, Runnable another) {
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            done(delivered);
        } else if (outcome instanceof PrintOutcome.Partial) {
            error(ErrorCode.PRINT_PARTIAL, copy, outcome, Optional.empty());
        } else if (outcome instanceof PrintOutcome.Failed) {
            error(ErrorCode.PRINT_FAILED, copy, outcome, Optional.of(another));
        } else {
            error(ErrorCode.PRINT_UNCERTAIN, copy, outcome, Optional.empty());
        }
    }

    /** The citizen says that paper is missing. */
    void missing(PrintOutcome.Uncertain outcome, IssuedCopy copy) {
        error(ErrorCode.PRINT_NOT_SEEN, copy, outcome, Optional.empty());
    }

    private void error(ErrorCode code, IssuedCopy copy, PrintOutcome outcome, Optional<Runnable> retry) {
        errors.showAfterPrint(new DisplayedError(code, reference(copy)), retry, sheets(outcome));
    }

    void done(PrintOutcome.Delivered delivered) {
        Runnable leave = () -> navigation.leave(EndReason.FINISHED, delivered.sheets());
        flow.show(new Screen.Done(delivered.sheets()), ScreenTimeout.of(DONE, leave), touch -> {
            if (touch instanceof CitizenAction.End) {
                leave.run();
            }
        });
    }
}
