package org.yici.driver.ipp;

import java.io.EOFException;
import java.nio.ByteBuffer;

/**
 * The outline of an answer (RFC 8010, 3.1): groups, names and values, whatever they mean. Looked at before jipp 0.7.16 reads the answer,
 * which takes the end of the bytes for the end of an answer, and gives the whole of it up for one value of a type that it does not know.
 */
final class Outline {
    /** Version, status and request-id. */
    private static final int HEADER = 8;

    private static final int END = 0x03;
    private static final int LAST_DELIMITER = 0x0F;

    /** The last type of which jipp knows at least that it is text. */
    private static final int LAST_KNOWN = 0x4F;

    /** A type that stands for nothing but bytes. */
    private static final byte BYTES = 0x3F;

    private Outline() {}

    /**
     * A copy in which values of types that nobody knows are bytes.
     *
     * @throws EOFException if {@code answer} breaks off: what is missing might change what it says
     */
    static byte[] readable(byte[] answer) throws EOFException {
        ByteBuffer rest = ByteBuffer.wrap(answer.clone());
        skip(HEADER, rest);
        for (int tag = tag(rest); tag != END; tag = tag(rest)) {
            if (tag > LAST_KNOWN) {
                rest.put(rest.position() - 1, BYTES);
            }
            if (tag > LAST_DELIMITER) {
                skip(length(rest), rest);
                skip(length(rest), rest);
            }
        }
        return rest.array();
    }

    private static int tag(ByteBuffer rest) throws EOFException {
        require(1, rest);
        return Byte.toUnsignedInt(rest.get());
    }

    /** Of the name or the value that follows. */
    private static int length(ByteBuffer rest) throws EOFException {
        require(2, rest);
        return Short.toUnsignedInt(rest.getShort());
    }

    private static void skip(int length, ByteBuffer rest) throws EOFException {
        require(length, rest);
        rest.position(rest.position() + length);
    }

    private static void require(int length, ByteBuffer rest) throws EOFException {
        if (rest.remaining() < length) {
            throw new EOFException();
        }
    }
}
