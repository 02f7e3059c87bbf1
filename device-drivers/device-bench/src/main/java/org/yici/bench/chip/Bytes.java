package org.yici.bench.chip;

import java.io.ByteArrayOutputStream;

/** Puts together what cards answer. */
final class Bytes {
    private Bytes() {}

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A status word. */
    static byte[] status(int status) {
        return new byte[] {(byte) (status >> 8), (byte) status};
    }
}
