package org.yici.bench.scanner;

/** The scanner's side of one protocol. An empty answer means that nothing is sent. One thread. */
interface Dialect {
    byte[] NOTHING = {};

    /** Takes bytes of the host, cut anywhere, and answers the commands that are complete. */
    byte[] accept(byte[] bytes);

    /** Forgets half a command; called when the line was silent in the middle of one. */
    void forget();

    /** Begins to tell the host of a code. Not called while {@link #isTelling()}. */
    byte[] tell(HeldCode code);

    /** Whether a code is still on its way to the host; the scanner sees no other one meanwhile. */
    default boolean isTelling() {
        return false;
    }

    /** All bytes that were handed out have left the scanner. */
    default void sent() {}

    /** What is due by now though the host sent nothing. */
    default byte[] due() {
        return NOTHING;
    }
}
