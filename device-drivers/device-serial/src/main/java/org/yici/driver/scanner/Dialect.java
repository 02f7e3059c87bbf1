package org.yici.driver.scanner;

import java.util.List;
import java.util.Optional;

/** How one make of scanners is talked with. It remembers what has come: one for each opened line, on the device's thread only. */
interface Dialect {
    /** What is sent once after the line was opened, and answered by every scanner that is there; empty: they do not answer. */
    Optional<byte[]> greeting();

    /** What makes it look for codes; empty: it always does. */
    Optional<byte[]> begin();

    /** What makes it stop. */
    Optional<byte[]> end();

    /** What was found in the bytes that came. */
    List<Heard> feed(byte[] bytes, int count);

    /** What was found because nothing more came for {@link #patience} milliseconds. */
    List<Heard> silence();

    /** How many milliseconds of silence end what has come so far. */
    int patience();

    /** What has to be sent because of what was heard, in order; removes it. */
    List<byte[]> due();

    /** A command was sent: its answer may come. */
    void sent();

    /** The last command was sent so long ago that no answer to it can come. */
    void expectNoAnswer();

    /** Forgets what has come so far. */
    void reset();
}
