package org.yici.endurance.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Puts what PostgreSQL sends into its messages: a letter, four bytes of length that count themselves, content (PostgreSQL, Frontend/Backend
 * Protocol, 55.7). For connections without TLS. Fed in any pieces; of one thread.
 */
final class PostgresFrames {
    private static final int HEADER = 5;

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /** Takes whole messages, header included. */
    @FunctionalInterface
    interface Listener {
        void frame(Frame frame) throws IOException, InterruptedException;
    }

    /** One message of the server. */
    record Frame(byte[] bytes) {
        char type() {
            return (char) bytes[0];
        }

        /** Its content as text; fields are ended by NUL. */
        String text() {
            return new String(bytes, HEADER, bytes.length - HEADER, StandardCharsets.UTF_8);
        }
    }

    void feed(byte[] bytes, int length, Listener listener) throws IOException, InterruptedException {
        pending.write(bytes, 0, length);
        byte[] all = pending.toByteArray();
        int at = 0;
        while (all.length - at >= HEADER) {
            int size = 1 + ByteBuffer.wrap(all).getInt(at + 1);
            if (all.length - at < size) {
                break;
            }
            byte[] frame = new byte[size];
            System.arraycopy(all, at, frame, 0, size);
            listener.frame(new Frame(frame));
            at += size;
        }
        pending.reset();
        pending.write(all, at, all.length - at);
    }
}
