package org.yici.kiosk.print;

import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOutcome;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.VisitNavigation;

/** Asks the citizen whether the paper came, where the printer knows no more than that it took the bytes. */
final class DeliveryConfirmation {
    private final ScreenFlow flow;
    private final VisitNavigation navigation;

    /** Who hears what was said; one of these, once. */
    interface Listener {
        /** They hold all of it: {@code outcome} says so. */
        void came(PrintOutcome.Delivered outcome);

        /** They do not: {@code outcome} says so. */
        void didNotCome(PrintOutcome.Uncertain outcome);

        /** They said nothing, and the question is not on the screen any more. */
        void nothingSaid();
    }

    DeliveryConfirmation(ScreenFlow flow, VisitNavigation navigation) {
        this.flow = flow;
        this.navigation = navigation;
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
        flow.show(
                new Screen.PaperQuestion(ordered),
                ScreenTimeout.ofCitizen(() -> navigation.leave(EndReason.TIMED_OUT, VisitNavigation.MAYBE_PAPER)),
                asked::touched);
        flow.whenLeft(asked::left);
    }

    private final class Asked {
        private final int ordered;
        private final Listener listener;
        private boolean answered;

        Asked(int ordered, Listener listener) {
            this.ordered = ordered;
            this.listener = listener;
        }

        void touched(CitizenAction touch) {
            if (touch instanceof CitizenAction.End) {
                navigation.leave(EndReason.LEFT, VisitNavigation.MAYBE_PAPER);
            } else if (touch instanceof CitizenAction.PaperCame said) {
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
