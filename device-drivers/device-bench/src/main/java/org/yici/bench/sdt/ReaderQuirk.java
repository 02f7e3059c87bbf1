package org.yici.bench.sdt;

import java.util.Locale;

/** What can be wrong with a reader or with the line to it; each is a switch. */
public enum ReaderQuirk {
    /** The security module fails its self-test; without it no card can be found, and a reset does not help. */
    SAM_FAILED,
    /** The module is not authorised. */
    SAM_NOT_AUTHORISED,
    /** A second card lies in the field: one is found, none can be selected. */
    TWO_CARDS,
    /** Each card is lifted between select and read. */
    CARD_PULLED,
    /** The reader says that the card did not prove itself. */
    CARD_NOT_GENUINE,
    /** Reads fail. */
    READ_FAILS,
    /** Nothing is answered. */
    MUTE,
    /** Answers to reads come only when nobody waits for them any more. */
    LATE_ANSWER,
    /** The preamble comes twice. */
    DOUBLED_PREAMBLE,
    /** Bytes of nobody's come before each answer. */
    GARBAGE_BEFORE,
    /** The last byte is wrong. */
    BAD_XOR,
    /** Answers stop in the middle. */
    HALF_FRAME,
    /** Ten bytes a second. */
    SLOW,
    /** The reader speaks 9600 baud until it is told to speak another rate. */
    OTHER_BAUD;

    /** As scripts call it. */
    public String switchName() {
        return "reader-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
