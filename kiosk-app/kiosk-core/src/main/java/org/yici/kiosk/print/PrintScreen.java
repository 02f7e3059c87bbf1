package org.yici.kiosk.print;

import java.util.Optional;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenTraits;

/** What a citizen sees of a print, whatever is printed. */
public sealed interface PrintScreen extends Screen {
    /**
     * Paper is on its way.
     *
     * @param sheets sheets that came out so far
     * @param waiting why the printer waits; empty if it does not
     */
    record Printing(int sheets, int of, Optional<DisplayedError> waiting) implements PrintScreen {
        @Override
        public ScreenTraits traits() {
            return ScreenTraits.PLAIN.withExit().withPersonal().surviving().withContinuity();
        }
    }

    /**
     * The printer says that it is done and cannot prove it: 纸都出来了吗?
     *
     * @param sheets sheets that should lie in the tray
     */
    record DeliveryQuestion(int sheets) implements PrintScreen {
        @Override
        public ScreenTraits traits() {
            return ScreenTraits.PLAIN.withExit().withPersonal().surviving();
        }
    }

    /** 打印完成: take your card, take n sheets. Shown only on evidence, which may be the citizen's word. */
    record Done(int sheets) implements PrintScreen {
        @Override
        public ScreenTraits traits() {
            return ScreenTraits.PLAIN.withPersonal().surviving();
        }
    }

    /**
     * The answer to {@link DeliveryQuestion}.
     *
     * @param all whether the citizen holds all of it
     */
    record DeliveryAnswer(boolean all) implements CitizenAction {}
}
