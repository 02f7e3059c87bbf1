package org.yici.driver.scanner;

import java.util.Arrays;

/**
 * A packet of Zebra's Simple Serial Interface, as public drivers show it: length (all but the checksum), operation, source, status, data,
 * and the two's complement of the sum of all bytes before in 16 bits.
 *
 * @param bytes without the checksum
 */
record SsiPacket(byte[] bytes) {
    static final int ACK = 0xD0;
    static final int NAK = 0xD1;
    static final int SET_PARAMETER = 0xC6;
    static final int START_SESSION = 0xE4;
    static final int STOP_SESSION = 0xE5;
    static final int DECODE_DATA = 0xF3;

    /** Length, operation, source, status. */
    static final int HEADER = 4;

    static final int CHECKSUM = 2;
    private static final int HOST = 0x04;
    /** In the status: more packets of the same message follow. */
    private static final int CONTINUES = 0x02;
    /** In the status: the packet was sent before. */
    private static final int AGAIN = 0x01;

    /** A packet of this host's, ready for the line. */
    static byte[] toScanner(int operation, int... data) {
        byte[] packet = new byte[HEADER + data.length + CHECKSUM];
        packet[0] = (byte) (HEADER + data.length);
        packet[1] = (byte) operation;
        packet[2] = HOST;
        for (int i = 0; i < data.length; i++) {
            packet[HEADER + i] = (byte) data[i];
        }
        int sum = checksum(packet, packet.length - CHECKSUM);
        packet[packet.length - 2] = (byte) (sum >> 8);
        packet[packet.length - 1] = (byte) sum;
        return packet;
    }

    static int checksum(byte[] packet, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Byte.toUnsignedInt(packet[i]);
        }
        return -sum & 0xFFFF;
    }

    int operation() {
        return Byte.toUnsignedInt(bytes[1]);
    }

    boolean continues() {
        return (bytes[3] & CONTINUES) != 0;
    }

    boolean isAgain() {
        return (bytes[3] & AGAIN) != 0;
    }

    /** Whether it is {@code other}, sent again or for the first time. */
    boolean saysTheSameAs(SsiPacket other) {
        return operation() == other.operation()
                && continues() == other.continues()
                && Arrays.equals(data(), other.data());
    }

    byte[] data() {
        return Arrays.copyOfRange(bytes, HEADER, bytes.length);
    }
}
