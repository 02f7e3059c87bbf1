package org.yici.bench.scanner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a scanner speaks. */
public enum ScannerProtocol {
    /** Newland: commands between {@code ~ SOH} and {@code ; ETX}, each answered; codes as bare text. */
    NEWLAND,
    /** Honeywell: three bytes on and off, no answers; codes as bare text. */
    HONEYWELL,
    /** Zebra's Simple Serial Interface: packets that are acknowledged both ways. */
    ZEBRA_SSI,
    /** Looks for ever, never listens, and sends codes as bare text. */
    PLAIN;

    /** As options and scripts call it. */
    public String protocolName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty: none is called so. */
    public static Optional<ScannerProtocol> named(String name) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.protocolName().equals(name))
                .findFirst();
    }

    /** Whether it needs no trigger. */
    boolean looksAlways() {
        return this == PLAIN;
    }
}
