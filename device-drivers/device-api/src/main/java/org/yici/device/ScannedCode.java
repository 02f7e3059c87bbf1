package org.yici.device;

import java.util.Arrays;

/** The content of a code, as bytes and as the text that they most likely are ({@link TextOfCode}). Immutable; equal if the bytes are. */
public final class ScannedCode {
    /** The largest QR code holds 7089 digits (ISO/IEC 18004, table 7). */
    public static final int MOST_BYTES = 8192;

    private final byte[] bytes;
    private final String text;

    public ScannedCode(byte[] bytes) {
        this.bytes = bytes.clone();
        this.text = TextOfCode.of(this.bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScannedCode that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "ScannedCode";
    }
}
