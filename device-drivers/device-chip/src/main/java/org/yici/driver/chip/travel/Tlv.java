package org.yici.driver.chip.travel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yici.device.ReaderEvent.Reason;
import org.yici.driver.chip.CardRefusal;

/**
 * A data object of ISO/IEC 7816-4: tag of one or two bytes, length of one to three bytes, value. What does not fit into what is there is
 * refused.
 */
record Tlv(int tag, byte[] value) {
    /** What stands before a value. */
    record Header(int tag, int headerLength, int valueLength) {
        int length() {
            return headerLength + valueLength;
        }
    }

    /** The header at that place; empty if it is none or is cut off. */
    static Optional<Header> header(byte[] bytes, int at) {
        int next = at;
        if (next >= bytes.length) {
            return Optional.empty();
        }
        int tag = bytes[next++] & 0xFF;
        if ((tag & 0x1F) == 0x1F) {
            if (next >= bytes.length || (bytes[next] & 0x80) != 0) {
                return Optional.empty();
            }
            tag = tag << 8 | bytes[next++] & 0xFF;
        }
        if (next >= bytes.length) {
            return Optional.empty();
        }
        int length = bytes[next++] & 0xFF;
        if (length >= 0x80) {
            int count = length - 0x80;
            if (count < 1 || count > 2 || next + count > bytes.length) {
                return Optional.empty();
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | bytes[next++] & 0xFF;
            }
        }
        return Optional.of(new Header(tag, next - at, length));
    }

    /** All objects one after the other; {@code file} names where they are from. */
    static List<Tlv> all(String file, byte[] bytes) throws CardRefusal {
        List<Tlv> all = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            Optional<Header> header = header(bytes, at);
            if (header.isEmpty() || header.get().length() > bytes.length - at) {
                throw new CardRefusal(Reason.UNREADABLE, file);
            }
            int from = at + header.get().headerLength();
            at += header.get().length();
            all.add(new Tlv(header.get().tag(), Arrays.copyOfRange(bytes, from, at)));
        }
        return all;
    }

    /** The value of the one object of that tag which the bytes are. */
    static byte[] only(String file, byte[] bytes, int tag) throws CardRefusal {
        List<Tlv> all = all(file, bytes);
        if (all.size() != 1 || all.get(0).tag() != tag) {
            throw new CardRefusal(Reason.UNREADABLE, file);
        }
        return all.get(0).value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tlv that && tag == that.tag && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * tag + Arrays.hashCode(value);
    }

    /** The tag alone. */
    @Override
    public String toString() {
        return "Tlv " + Integer.toHexString(tag);
    }
}
