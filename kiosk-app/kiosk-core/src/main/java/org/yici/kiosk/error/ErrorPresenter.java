package org.yici.kiosk.error;

import java.util.Optional;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.visit.PaperInTray;
import org.yici.kiosk.visit.VisitNavigation;

/** Tells a citizen what did not work, and hears what they want to do now. On the UI executor. */
public final class ErrorPresenter {
    private final ScreenFlow flow;
    private final AgentClient agent;

    public ErrorPresenter(ScreenFlow flow, AgentClient agent) {
        this.flow = flow;
        this.agent = agent;
    }

    /** Before anything was printed: {@code retry} and the way back to the menu are offered. */
    public void show(DisplayedError error, Optional<Runnable> retry, VisitNavigation navigation) {
        show(error, retry, PaperInTray.NONE, Optional.of(navigation::home), navigation);
    }

    /** There is nothing more that could be done in this visit. */
    public void showLast(DisplayedError error, VisitNavigation navigation) {
        show(error, Optional.empty(), PaperInTray.NONE, Optional.empty(), navigation);
    }

    /** After a print that did not come to a good end. */
    public void showAfterPrint(
            DisplayedError error, Optional<Runnable> retry, PaperInTray paper, VisitNavigation navigation) {
        show(error, retry, paper, Optional.empty(), navigation);
    }

    private void show(
            DisplayedError error,
            Optional<Runnable> retry,
            PaperInTray paper,
            Optional<Runnable> back,
            VisitNavigation navigation) {
        agent.event(EventCode.ERROR_SHOWN, SessionEvent.Level.WARNING, ErrorCodeEncoder.of(error.code()));
        flow.show(
                new CommonScreen.Failed(error, retry.isPresent()),
                ScreenTimeout.ofCitizen(() -> navigation.leave(EndReason.TIMED_OUT, paper)),
                action -> {
                    if (action instanceof CitizenAction.Retry) {
                        retry.ifPresent(Runnable::run);
                    } else if (action instanceof CitizenAction.Back) {
                        back.ifPresent(Runnable::run);
                    } else if (action instanceof CitizenAction.Exit) {
                        navigation.leave(EndReason.CANCELLED, paper);
                    }
                });
    }
}
