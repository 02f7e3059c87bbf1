package org.yici.bench.scanner;

import java.nio.ByteBuffer;

/**
 * A packet of the Simple Serial Interface as a scanner sends it: {@code length | opcode | 00 | status | data | checksum (2)}. Length
 * counts what comes before the checksum; that is the two's complement of the sum of these bytes.
 */
final class SsiPacket {
    static final int HEADER = 4;
    static final int CHECKSUM = 2;

    /** The whole packet with its checksum has 255 bytes at most. */
    static final int MOST_DATA = 255 - CHECKSUM - HEADER;

    static final int FROM_HOST = 4;
    private static final int FROM_SCANNER = 0;

    private SsiPacket() {}

    static byte[] of(int opcode, int status, byte... data) {
        int length = HEADER + data.length;
        ByteBuffer packet = ByteBuffer.allocate(length + CHECKSUM);
        packet.put((byte) length).put((byte) opcode).put((byte) FROM_SCANNER).put((byte) status);
        packet.put(data);
        packet.putShort((short) checksum(packet.array(), length));
        return packet.array();
    }

    /** Of the first {@code length} bytes. */
    static int checksum(byte[] packet, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += packet[i] & 0xFF;
        }
        return -sum & 0xFFFF;
    }
}
