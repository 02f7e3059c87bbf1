package org.yici.device;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The content of a code, as bytes and as the text that they most likely are. Immutable; equal if the bytes are. */
public final class ScannedCode {
    /** The largest QR code holds 7089 digits (ISO/IEC 18004, table 7). */
    public static final int MOST_BYTES = 8192;

    /** In the order in which they are tried: what is valid UTF-8 is hardly ever anything else. */
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private final byte[] bytes;
    private final String text;

    public ScannedCode(byte[] bytes) {
        this.bytes = bytes.clone();
        this.text = text(this.bytes);
    }

    /** UTF-8 if it is valid, else GB18030 if that is, else a character a byte. */
    public static String text(byte[] bytes) {
        for (Charset charset : CHARSETS) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                // The next one, then.
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
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
