package org.yici.bench.x11;

import java.nio.ByteBuffer;

/** What the server said about itself when it let us in: its first screen and its range of key codes. */
record Setup(int root, int width, int height, int minKeycode, int maxKeycode) {

    /** Reads the part of the answer that follows its first 8 bytes (X11 protocol, "connection setup"). */
    static Setup of(ByteBuffer answer) {
        int vendorLength = Short.toUnsignedInt(answer.getShort(16));
        int formats = Byte.toUnsignedInt(answer.get(21));
        int screen = 32 + (vendorLength + 3 & ~3) + 8 * formats;
        return new Setup(
                answer.getInt(screen),
                Short.toUnsignedInt(answer.getShort(screen + 20)),
                Short.toUnsignedInt(answer.getShort(screen + 22)),
                Byte.toUnsignedInt(answer.get(26)),
                Byte.toUnsignedInt(answer.get(27)));
    }
}
