package org.yici.driver.ipp;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One value of an attribute as bytes (RFC 8010, 3.5.2 and 3.9). */
record IppValue(int tag, byte[] bytes) {
    /** In the place of a second attribute of one name. */
    static final IppValue CONTRADICTION = new IppValue(-1, new byte[0]);

    private static final int FIRST_VALUE = 0x20;
    private static final int BEGIN_COLLECTION = 0x34;
    private static final int END_COLLECTION = 0x37;
    private static final int MEMBER_NAME = 0x4A;
    private static final int URI_TAG = 0x45;

    boolean isContradiction() {
        return tag < 0;
    }

    boolean isCollection() {
        return tag == BEGIN_COLLECTION || tag == END_COLLECTION || tag == MEMBER_NAME;
    }

    /** Whether the bytes are what the tag says. Values of types that nobody knows are not: nothing can be read from them. */
    boolean isSound() {
        return switch (tag) {
            case 0x21, 0x23 -> bytes.length == 4;
            case 0x22 -> bytes.length == 1 && (bytes[0] == 0 || bytes[0] == 1);
            case 0x30, 0x41, 0x42, 0x44, 0x46, 0x47, 0x48, 0x49 -> true;
            case 0x31 -> bytes.length == 11;
            case 0x32 -> bytes.length == 9;
            case 0x33 -> bytes.length == 8;
            case 0x35, 0x36 -> isWithLanguage();
            case URI_TAG -> isUri();
            default -> tag < FIRST_VALUE && !isContradiction();
        };
    }

    /** Length and language, length and text, and nothing else. */
    private boolean isWithLanguage() {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        for (int i = 0; i < 2; i++) {
            if (rest.remaining() < 2) {
                return false;
            }
            int length = Short.toUnsignedInt(rest.getShort());
            if (rest.remaining() < length) {
                return false;
            }
            rest.position(rest.position() + length);
        }
        return !rest.hasRemaining();
    }

    private boolean isUri() {
        try {
            new URI(new String(bytes, StandardCharsets.UTF_8));
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What stands for a missing value ("unknown", "no-value") has no bytes (RFC 8010, 3.8): those that came are left out. */
    void write(byte[] name, ByteArrayOutputStream out) {
        byte[] written = tag < FIRST_VALUE ? new byte[0] : bytes;
        out.write(tag);
        writeLength(name.length, out);
        out.writeBytes(name);
        writeLength(written.length, out);
        out.writeBytes(written);
    }

    private static void writeLength(int length, ByteArrayOutputStream out) {
        out.write(length >> 8);
        out.write(length);
    }
}
