package org.yici.journey.port;

/** Brings the window of a session that waited behind another to the front. */
@FunctionalInterface
public interface Curtain {
    /** Shows the window with what the stage has; runs {@code painted} on the loop once it is on the glass. */
    void raise(Runnable painted);
}
