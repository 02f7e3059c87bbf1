package org.yici.kiosk.error;

import java.util.Optional;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.VisitNavigation;

/** Tells what did not work, and hears what the citizen wants to do now. */
public final class ErrorPresenter {
    private final ScreenFlow flow;
    private final AgentClient agent;
    private final VisitNavigation navigation;

    public ErrorPresenter(ScreenFlow flow, AgentClient agent, VisitNavigation navigation) {
        this.flow = flow;
        this.agent = agent;
        this.navigation = navigation;
    }

    /** Before anything was printed: back to the choice is possible. */
    public void show(DisplayedError error, Optional<Runnable> retry) {
        show(error, retry, 0, Optional.of(navigation::home));
    }

    /** There is nothing more that could be done in this visit. */
    public void showLast(DisplayedError error) {
        show(error, Optional.empty(), 0, Optional.empty());
    }

    /** After a print that did not come to a good end. */
    public void showAfterPrint(DisplayedError error, Optional<Runnable> retry, int sheets) {
        show(error, retry, sheets, Optional.empty());
    }

    private void show(DisplayedError error, Optional<Runnable> retry, int sheets, Optional<Runnable> back) {
        agent.event(EventCode.ERROR_SHOWN, SessionEvent.Level.WARNING, ErrorCodeEncoder.of(error.code()));
        flow.show(
                new Screen.Failed(error, retry.isPresent()),
                ScreenTimeout.ofCitizen(() -> navigation.leave(EndReason.TIMED_OUT, sheets)),
                touch -> {
                    if (touch instanceof CitizenAction.Retry) {
                        retry.ifPresent(Runnable::run);
                    } else if (touch instanceof CitizenAction.Back) {
                        back.ifPresent(Runnable::run);
                    } else if (touch instanceof CitizenAction.End) {
                        navigation.leave(EndReason.LEFT, sheets);
                    }
                });
    }
}
