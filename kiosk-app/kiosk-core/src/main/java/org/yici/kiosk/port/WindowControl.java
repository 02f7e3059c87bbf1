package org.yici.kiosk.port;

/** What keeps a session that waits for its turn out of sight. On the loop. */
public interface WindowControl {
    /** Puts the window over whatever was there, at once; it has no words yet. */
    void raise();

    /** Puts what the stage has on the glass before it returns; from now on the window hears actions. */
    void reveal();
}
