package org.yici.endurance.wire;

/**
 * Finds the records in a stream of TLS by their headers (RFC 8446, 5.1: type, version, length), which are not encrypted. Fed in any
 * pieces; of one thread.
 */
final class TlsRecords {
    /** Type of records that carry what is encrypted. */
    static final int APPLICATION_DATA = 23;

    /** What TLS 1.3 adds to the content of a record: its true type and the tag of AES-GCM or ChaCha20-Poly1305. */
    static final int ADDED = 17;

    private static final int HEADER = 5;

    private final byte[] header = new byte[HEADER];
    private int inHeader;
    private int left;

    /** Told of each record when its header is complete, and of its end. */
    interface Listener {
        void begins(int type, int content);

        void ends(int type, int content);
    }

    private int type;
    private int content;

    /** How many bytes are missing until the next boundary that {@link #feed} tells of; at least 1. */
    int toNextMark() {
        return left > 0 ? left : HEADER - inHeader;
    }

    /** Takes at most {@link #toNextMark} bytes. */
    void feed(byte[] bytes, int from, int length, Listener listener) {
        if (left > 0) {
            left -= length;
            if (left == 0) {
                inHeader = 0;
                listener.ends(type, content);
            }
            return;
        }
        System.arraycopy(bytes, from, header, inHeader, length);
        inHeader += length;
        if (inHeader == HEADER) {
            type = header[0] & 0xff;
            left = (header[3] & 0xff) << 8 | header[4] & 0xff;
            content = Math.max(0, left - ADDED);
            listener.begins(type, content);
            if (left == 0) {
                inHeader = 0;
                listener.ends(type, content);
            }
        }
    }

    /** Whether the last byte fed was inside a record, its header included. */
    boolean isInside() {
        return left > 0 || inHeader > 0;
    }
}
