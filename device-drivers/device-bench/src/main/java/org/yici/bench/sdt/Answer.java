package org.yici.bench.sdt;

import java.nio.ByteBuffer;

/** The reader's answers: {@code AA AA AA 96 69 | length (2) | 00 00 status [data] | xor}. */
final class Answer {
    static final int OK = 0x90;
    static final int CARD_FOUND = 0x9F;
    static final int WRONG_CHECKSUM = 0x10;
    static final int WRONG_LENGTH = 0x11;
    static final int WRONG_COMMAND = 0x21;
    static final int READER_REFUSED_CARD = 0x32;
    static final int READ_FAILED = 0x41;
    static final int SELF_TEST_FAILED = 0x60;
    static final int NOT_AUTHORISED = 0x66;
    static final int FIND_FAILED = 0x80;
    static final int SELECT_FAILED = 0x81;
    static final int NOT_PRESENT = 0x91;

    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};

    private Answer() {}

    static byte[] of(int status) {
        return of(status, new byte[0]);
    }

    static byte[] of(int status, byte[] data) {
        int length = 3 + data.length + 1;
        ByteBuffer frame = ByteBuffer.allocate(PREAMBLE.length + 2 + length);
        frame.put(PREAMBLE).putShort((short) length);
        frame.put((byte) 0).put((byte) 0).put((byte) status).put(data);
        byte xor = 0;
        for (int i = PREAMBLE.length; i < frame.position(); i++) {
            xor ^= frame.get(i);
        }
        return frame.put(xor).array();
    }
}
