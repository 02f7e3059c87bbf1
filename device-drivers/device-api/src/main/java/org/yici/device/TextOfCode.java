package org.yici.device;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the bytes of a code say. ISO/IEC 18004 leaves bytes without ECI at ISO-8859-1, yet Chinese codes hold UTF-8 or GB 18030 and do not
 * tell which. Any text of GB 18030 that is also sound UTF-8 is taken for UTF-8; with more than a few letters that does not happen by chance.
 */
public final class TextOfCode {
    /** For GB 2312 and GBK as well: a superset of both. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    /** Shift_JIS with the NEC special characters of row 13, which are in use. */
    public static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private TextOfCode() {}

    /**
     * UTF-8 if the bytes are that without any fault; else Japanese if they are that and hold no character of GB 2312
     * ({@link JapaneseBytes}); else GB 18030 if they are that; else ISO-8859-1, which any bytes are.
     */
    public static String of(byte[] bytes) {
        return strictly(StandardCharsets.UTF_8, bytes)
                .or(() -> JapaneseBytes.isCertain(bytes) ? strictly(WINDOWS_31J, bytes) : Optional.empty())
                .or(() -> strictly(GB18030, bytes))
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** In the character set that the code names by its ECI; as {@link #of(byte[])} if the bytes are not that. */
    public static String of(byte[] bytes, Charset named) {
        return strictly(named, bytes).orElseGet(() -> of(bytes));
    }

    /** Empty if the bytes are not wholly of this character set. */
    public static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
