package org.yici.journey.port;

/** What keeps a session that waits for its turn out of sight. On the loop. */
public interface Curtain {
    /** Puts the window over whatever was there, at once; it has no words yet. */
    void raise();

    /** Puts what the stage has on the glass before it returns; from now on the window hears touches. */
    void reveal();
}
