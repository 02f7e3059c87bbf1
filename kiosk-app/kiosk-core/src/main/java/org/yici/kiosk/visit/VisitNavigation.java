package org.yici.kiosk.visit;

import org.yici.kiosk.port.EndReason;

/** The ways out of a citizen service. On the UI executor. */
public interface VisitNavigation {
    /** Back to the menu. */
    void home();

    /** The citizen goes. */
    void leave(EndReason reason, PaperInTray paper);
}
