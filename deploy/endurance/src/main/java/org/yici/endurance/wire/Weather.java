package org.yici.endurance.wire;

/** What a wire does with everything on it. */
public enum Weather {
    CLEAR,
    /** Nothing moves, nothing is lost: all of it passes later. */
    STALLED,
    /** A few bytes at a time. */
    TRICKLING,
    /** Connections are let in, and everything in them vanishes without a word; what was lost once stays silent until it is closed. */
    SILENT,
    /** Every connection is reset, and none is let in. */
    CUT
}
