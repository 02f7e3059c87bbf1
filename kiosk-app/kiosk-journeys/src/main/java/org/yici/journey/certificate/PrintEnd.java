package org.yici.journey.certificate;

import java.time.Duration;
import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.contract.https.IssuedCopy;
import org.yici.device.PrintOutcome;
import org.yici.journey.front.Front;
import org.yici.journey.front.Patience;
import org.yici.journey.port.EndReason;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.journey.stage.Trouble;
import org.yici.journey.visit.Exit;

/** What a citizen is told of a print that has come to its end. "Done" is said of a delivered one alone. */
final class PrintEnd {
    private static final Duration DONE = Duration.ofSeconds(20);
    private static final int REFERENCE = 8;

    private final Front front;
    private final TroubleScene troubles;
    private final Exit exit;

    PrintEnd(Front front, TroubleScene troubles, Exit exit) {
        this.front = front;
        this.troubles = troubles;
        this.exit = exit;
    }

    /** What staff find a copy by: the end of its id. */
    static String reference(IssuedCopy copy) {
        String id = copy.copyId();
        return id.substring(Math.max(0, id.length() - REFERENCE));
    }

    /** Sheets in the tray, as {@link Exit#leave} takes them. */
    static int sheets(PrintOutcome outcome) {
        if (PaperQuestion.isNeeded(outcome)) {
            return Exit.MAYBE_PAPER;
        }
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            return delivered.sheets();
        }
        if (outcome instanceof PrintOutcome.Partial partial) {
            return partial.sheets();
        }
        return outcome instanceof PrintOutcome.Failed ? 0 : Exit.MAYBE_PAPER;
    }

    /** {@code another} orders another copy where nothing came out. */
    void show(PrintOutcome outcome, IssuedCopy copy, Runnable another) {
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            done(delivered);
        } else if (outcome instanceof PrintOutcome.Partial) {
            trouble(ErrorCode.PRINT_PARTIAL, copy, outcome, Optional.empty());
        } else if (outcome instanceof PrintOutcome.Failed) {
            trouble(ErrorCode.PRINT_FAILED, copy, outcome, Optional.of(another));
        } else {
            trouble(ErrorCode.PRINT_UNCERTAIN, copy, outcome, Optional.empty());
        }
    }

    /** The citizen says that paper is missing. */
    void missing(PrintOutcome.Uncertain outcome, IssuedCopy copy) {
        trouble(ErrorCode.PRINT_NOT_SEEN, copy, outcome, Optional.empty());
    }

    private void trouble(ErrorCode code, IssuedCopy copy, PrintOutcome outcome, Optional<Runnable> retry) {
        troubles.showAfterPrint(new Trouble(code, reference(copy)), retry, sheets(outcome));
    }

    void done(PrintOutcome.Delivered delivered) {
        Runnable leave = () -> exit.leave(EndReason.FINISHED, delivered.sheets());
        front.show(new Screen.Done(delivered.sheets()), Patience.of(DONE, leave), touch -> {
            if (touch instanceof Touch.End) {
                leave.run();
            }
        });
    }
}
