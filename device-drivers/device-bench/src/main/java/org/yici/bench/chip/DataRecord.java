package org.yici.bench.chip;

import java.util.Arrays;

/**
 * One record of a social-security card's file: tag, length, value.
 *
 * @param tag one byte
 * @param value 1 to 255 bytes
 */
record DataRecord(int tag, byte[] value) {
    DataRecord {
        value = value.clone();
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    byte[] bytes() {
        return Bytes.joined(new byte[] {(byte) tag, (byte) value.length}, value);
    }

    /** Says its length, and is two bytes long at most and a byte too short at least. */
    byte[] cut() {
        return Arrays.copyOf(bytes(), 2 + Math.min(2, value.length - 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataRecord that && tag == that.tag && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * tag + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "record " + tag;
    }
}
