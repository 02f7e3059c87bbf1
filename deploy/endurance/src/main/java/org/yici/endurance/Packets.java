package org.yici.endurance;

import java.util.List;
import org.yici.endurance.wire.TlsAim.Passed;

/**
 * Tells packets of MQTT 5 apart by the content of the TLS records that carry them. Java pads each record with 16 bytes, OpenSSL with none;
 * both send each of these packets in a record of its own, a long one in several.
 */
final class Packets {
    /** Birth, health and acknowledgements are shorter than this, entries are longer. */
    static final int LEAST_ENTRY = 560;

    private static final int PADDING = 16;

    /** PINGREQ and PINGRESP (MQTT 5, 3.12 and 3.13). */
    private static final int PING = 2;

    /** PUBACK with a reason and no properties (3.4); the longest that are sent here. */
    private static final int LONGEST_SIGN = 6 + PADDING;

    private Packets() {}

    /** A packet without content of ours: PUBACK or PING. */
    static boolean isSign(Passed record) {
        return record.content() <= LONGEST_SIGN;
    }

    static boolean isPing(Passed record) {
        return record.content() == PING || record.content() == PING + PADDING;
    }

    /** The broker's acknowledgement to the terminal. */
    static boolean isPubAck(Passed record) {
        return !record.up() && isSign(record) && !isPing(record);
    }

    /** A message for the terminal: {@code recorded}, since nothing else is sent to it. */
    static boolean isMessage(Passed record) {
        return !record.up() && !isSign(record);
    }

    /** Whether these are what one entry of {@code size} bytes brings about: PUBLISH, its PUBACK, {@code recorded}, its PUBACK. */
    static boolean areKnown(List<Passed> passed, int size) {
        return passed.size() == 4
                && passed.stream().anyMatch(record -> record.up() && record.content() >= size)
                && passed.stream().anyMatch(Packets::isPubAck)
                && passed.stream().anyMatch(Packets::isMessage)
                && passed.stream().anyMatch(record -> record.up() && isSign(record));
    }
}
