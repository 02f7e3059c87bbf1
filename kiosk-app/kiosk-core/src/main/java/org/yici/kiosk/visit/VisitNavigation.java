package org.yici.kiosk.visit;

import org.yici.kiosk.port.EndReason;

/** The ways out of a flow. */
public interface VisitNavigation {
    /** It is not known whether there is paper in the tray. */
    int MAYBE_PAPER = -1;

    /** Back to the choice of what to do. */
    void home();

    /**
     * The citizen goes.
     *
     * @param sheets sheets in the tray; {@link #MAYBE_PAPER} if that is not known
     */
    void leave(EndReason reason, int sheets);
}
