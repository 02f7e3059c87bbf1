package org.yici.device;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the bytes of a code say. ISO/IEC 18004 leaves bytes without ECI at ISO-8859-1, yet Chinese codes hold UTF-8 or GB 18030 and do not
 * tell which. Any text of GB 18030 that is also sound UTF-8 is taken for UTF-8; with more than a few letters that does not happen by chance.
 */
public final class TextOfCode {
    private static final List<Charset> TRIED = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private TextOfCode() {}

    /** UTF-8 if the bytes are that without any fault, else GB 18030 if they are that, else ISO-8859-1, which any bytes are. */
    public static String of(byte[] bytes) {
        return TRIED.stream()
                .flatMap(charset -> strictly(charset, bytes).stream())
                .findFirst()
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** In the character set that the code names by its ECI; as {@link #of(byte[])} if the bytes are not that. */
    public static String of(byte[] bytes, Charset named) {
        return strictly(named, bytes).orElseGet(() -> of(bytes));
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
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
