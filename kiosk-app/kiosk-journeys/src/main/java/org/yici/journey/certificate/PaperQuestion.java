package org.yici.journey.certificate;

import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOutcome;
import org.yici.journey.front.Front;
import org.yici.journey.front.Patience;
import org.yici.journey.port.EndReason;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.journey.visit.Exit;

/** Asks the citizen whether the paper came, where the printer knows no more than that it took the bytes. */
final class PaperQuestion {
    private final Front front;
    private final Exit exit;

    /** Who hears what was said; one of these, once. */
    interface Listener {
        /** They hold all of it: {@code outcome} says so. */
        void came(PrintOutcome.Delivered outcome);

        /** They do not: {@code outcome} says so. */
        void didNotCome(PrintOutcome.Uncertain outcome);

        /** They said nothing, and the question is not on the screen any more. */
        void nothingSaid();
    }

    PaperQuestion(Front front, Exit exit) {
        this.front = front;
        this.exit = exit;
    }

    /** Whether {@code outcome} stands on the printer's job state alone, or on nothing. */
    static boolean isNeeded(PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            return delivered.evidence() == EvidenceClass.JOB_STATE
                    || delivered.evidence() == EvidenceClass.CITIZEN_WORD;
        }
        return outcome instanceof PrintOutcome.Uncertain uncertain
                && uncertain.fault().name().equals("no-evidence");
    }

    void ask(int ordered, Listener listener) {
        Asked asked = new Asked(ordered, listener);
        front.show(
                new Screen.PaperQuestion(ordered),
                Patience.ofCitizen(() -> exit.leave(EndReason.TIMED_OUT, Exit.MAYBE_PAPER)),
                asked::touched);
        front.whenLeft(asked::left);
    }

    private final class Asked {
        private final int ordered;
        private final Listener listener;
        private boolean answered;

        Asked(int ordered, Listener listener) {
            this.ordered = ordered;
            this.listener = listener;
        }

        void touched(Touch touch) {
            if (touch instanceof Touch.End) {
                exit.leave(EndReason.LEFT, Exit.MAYBE_PAPER);
            } else if (touch instanceof Touch.PaperCame said) {
                answered = true;
                if (said.all()) {
                    listener.came(new PrintOutcome.Delivered(EvidenceClass.CITIZEN_WORD, ordered));
                } else {
                    // The printer said before that the job ended.
                    listener.didNotCome(new PrintOutcome.Uncertain(
                            new DeviceFault("citizen-saw-too-little", WhoActs.CLEAR, ""), false));
                }
            }
        }

        void left() {
            if (!answered) {
                listener.nothingSaid();
            }
        }
    }
}
