package org.yici.kiosk.print;

import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOutcome;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.visit.PaperInTray;
import org.yici.kiosk.visit.VisitNavigation;

/** Asks the citizen whether the paper came, where the printer knows no more than that it took the bytes. */
final class DeliveryConfirmation {
    /** Who hears what was said; one of these, once. */
    interface Listener {
        /** They hold all of it: {@code outcome} says so. */
        void came(PrintOutcome.Delivered outcome);

        /** They do not: {@code outcome} says so. */
        void didNotCome(PrintOutcome.Uncertain outcome);

        /** They said nothing, and the question is not on the screen any more. */
        void nothingSaid();
    }

    private final int ordered;
    private final Listener listener;
    private final VisitNavigation navigation;
    private boolean answered;

    private DeliveryConfirmation(int ordered, Listener listener, VisitNavigation navigation) {
        this.ordered = ordered;
        this.listener = listener;
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

    static void ask(ScreenFlow flow, int ordered, VisitNavigation navigation, Listener listener) {
        DeliveryConfirmation question = new DeliveryConfirmation(ordered, listener, navigation);
        flow.show(
                        new PrintScreen.DeliveryQuestion(ordered),
                        ScreenTimeout.ofCitizen(() -> navigation.leave(EndReason.TIMED_OUT, PaperInTray.UNKNOWN)),
                        question::acted)
                .whenLeft(question::left);
    }

    private void acted(CitizenAction action) {
        if (action instanceof CitizenAction.Exit) {
            navigation.leave(EndReason.CANCELLED, PaperInTray.UNKNOWN);
        } else if (action instanceof PrintScreen.DeliveryAnswer answer) {
            answered = true;
            if (answer.all()) {
                listener.came(new PrintOutcome.Delivered(EvidenceClass.CITIZEN_WORD, ordered));
            } else {
                // The printer said before that the job ended.
                listener.didNotCome(new PrintOutcome.Uncertain(
                        new DeviceFault("citizen-saw-too-little", WhoActs.CLEAR, ""), false));
            }
        }
    }

    private void left() {
        if (!answered) {
            listener.nothingSaid();
        }
    }
}
