package org.yici.bench.scanner;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What is in a code that somebody holds before the scanner.
 *
 * @param bytes as they are in the symbol, 1 to {@link #LONGEST}
 */
public record HeldCode(byte[] bytes) {
    /** More than any code carries (7,089 digits in a QR code), so that the limits of the other side can be tried. */
    public static final int LONGEST = 16_384;

    private static final int PREVIEW = 60;

    public HeldCode {
        if (bytes.length == 0 || bytes.length > LONGEST) {
            throw new IllegalArgumentException("a code has 1 to " + LONGEST + " bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /**
     * The first 60 characters for people to see, read as UTF-8 or else as GB18030, and "…" when there are more; control
     * characters have their pictures.
     */
    public String preview() {
        StringBuilder preview = new StringBuilder();
        String text = text();
        text.codePoints().limit(PREVIEW).map(HeldCode::visible).forEach(preview::appendCodePoint);
        return text.codePointCount(0, text.length()) > PREVIEW
                ? preview.append('…').toString()
                : preview.toString();
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static int visible(int character) {
        if (character < ' ') {
            return '\u2400' + character;
        }
        return character == 0x7F ? '\u2421' : Character.isISOControl(character) ? '\uFFFD' : character;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeldCode code && Arrays.equals(bytes, code.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return preview() + " (" + bytes.length + " bytes)";
    }
}
