package org.yici.kiosk.ui;

import org.yici.kiosk.error.DisplayedError;

/** Screens that any service may show. */
public sealed interface CommonScreen extends Screen {
    /**
     * The machine works; the view shows that it does, and after two seconds what it does.
     *
     * @param what what the machine does
     */
    record Working(Activity activity, Message what, ScreenTraits traits) implements CommonScreen {
        /** For a citizen, who may leave meanwhile. */
        public static Working forCitizen(Activity activity, String key) {
            return new Working(
                    activity, Message.of(key), ScreenTraits.PLAIN.withExit().withPersonal());
        }
    }

    /** What kind of work the machine does. */
    enum Activity {
        SEARCHING,
        ISSUING,
        CHECKING,
        PRINTING,
        WAITING
    }

    /**
     * It did not work: what happened, what to do now.
     *
     * @param retry whether trying again makes sense
     */
    record Failed(DisplayedError error, boolean retry) implements CommonScreen {
        @Override
        public ScreenTraits traits() {
            return ScreenTraits.PLAIN.surviving();
        }
    }
}
