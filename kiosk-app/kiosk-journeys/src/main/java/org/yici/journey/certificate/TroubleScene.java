package org.yici.journey.certificate;

import java.util.Optional;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent;
import org.yici.journey.front.Front;
import org.yici.journey.front.Patience;
import org.yici.journey.port.EndReason;
import org.yici.journey.port.Keeper;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.journey.stage.Trouble;
import org.yici.journey.visit.ErrorNumber;
import org.yici.journey.visit.Exit;

/** Tells what did not work, and hears what the citizen wants to do now. */
final class TroubleScene {
    private final Front front;
    private final Keeper keeper;
    private final Exit exit;

    TroubleScene(Front front, Keeper keeper, Exit exit) {
        this.front = front;
        this.keeper = keeper;
        this.exit = exit;
    }

    /** Before anything was printed: back to the choice is possible. */
    void show(Trouble trouble, Optional<Runnable> retry) {
        show(trouble, retry, 0, Optional.of(exit::home));
    }

    /** There is nothing more that could be done in this visit. */
    void showLast(Trouble trouble) {
        show(trouble, Optional.empty(), 0, Optional.empty());
    }

    /** After a print that did not come to a good end. */
    void showAfterPrint(Trouble trouble, Optional<Runnable> retry, int sheets) {
        show(trouble, retry, sheets, Optional.empty());
    }

    private void show(Trouble trouble, Optional<Runnable> retry, int sheets, Optional<Runnable> back) {
        keeper.event(EventCode.ERROR_SHOWN, SessionEvent.Level.WARNING, ErrorNumber.of(trouble.code()));
        front.show(
                new Screen.Failed(trouble, retry.isPresent()),
                Patience.ofCitizen(() -> exit.leave(EndReason.TIMED_OUT, sheets)),
                touch -> {
                    if (touch instanceof Touch.Retry) {
                        retry.ifPresent(Runnable::run);
                    } else if (touch instanceof Touch.Back) {
                        back.ifPresent(Runnable::run);
                    } else if (touch instanceof Touch.End) {
                        exit.leave(EndReason.LEFT, sheets);
                    }
                });
    }
}
