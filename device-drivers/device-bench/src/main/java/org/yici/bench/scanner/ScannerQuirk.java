package org.yici.bench.scanner;

import java.util.Locale;

/** What can be wrong or unusual with a scanner or with the line to it; each is a switch. */
public enum ScannerQuirk {
    /** Bare text ends with LF instead of CR. */
    SUFFIX_LF,
    /** Bare text ends with CR and LF. Stronger than {@link #SUFFIX_LF}. */
    SUFFIX_CRLF,
    /** Bare text just ends. Stronger than the other ends. */
    SUFFIX_NONE,
    /** Nothing comes out of the scanner, neither answers nor codes; it does what it is told. */
    MUTE,
    /** Commands are refused and not carried out; where there are no answers, they are not carried out. */
    REFUSES,
    /** SSI: a byte of each packet of a code is wrong at the first try. */
    DAMAGES_PACKETS,
    /** A hundred bytes a second. */
    SLOW,
    /** Each code is sent twice. */
    REPEATS,
    /** SSI: the host's first acknowledgement of each packet of a code does not arrive. */
    LOSES_ACKS,
    /** A trigger is confirmed, and the scanner looks for nothing. */
    DEAD_TRIGGER;

    /** As scripts call it. */
    public String switchName() {
        return "scanner-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
