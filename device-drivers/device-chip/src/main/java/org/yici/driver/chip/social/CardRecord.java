package org.yici.driver.chip.social;

import java.util.Arrays;
import java.util.Optional;

/** One record of the card's files: a tag of one byte, a length of one byte, and so many bytes. */
record CardRecord(int tag, byte[] value) {
    /** Empty if the bytes are no such record; what follows the value is filling. */
    static Optional<CardRecord> parse(byte[] bytes) {
        if (bytes.length < 2 || bytes.length < 2 + (bytes[1] & 0xFF)) {
            return Optional.empty();
        }
        return Optional.of(new CardRecord(bytes[0] & 0xFF, Arrays.copyOfRange(bytes, 2, 2 + (bytes[1] & 0xFF))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardRecord that && tag == that.tag && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * tag + Arrays.hashCode(value);
    }

    /** The tag alone. */
    @Override
    public String toString() {
        return "CardRecord " + tag;
    }
}
