package org.yici.code;

import com.google.zxing.FormatException;
import com.google.zxing.common.CharacterSetECI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.yici.device.TextOfCode;

/** The character sets of AIM's extended channel interpretations (AIM ITS/04-023). */
final class EciCharsets {
    /** Those that ZXing 3.5 does not know, or knows without the characters that are in use. */
    private static final Map<Integer, Charset> OURS = Map.of(
            20, TextOfCode.WINDOWS_31J,
            29, TextOfCode.GB18030,
            31, TextOfCode.GB18030,
            32, TextOfCode.GB18030,
            33, StandardCharsets.UTF_16LE,
            34, Charset.forName("UTF-32BE"),
            35, Charset.forName("UTF-32LE"));

    private static final int KNOWN_TO_ZXING = 900;

    private EciCharsets() {}

    /** Empty for numbers that stand for something else, for nothing, or for what Java lacks. */
    static Optional<Charset> of(int eci) throws FormatException {
        Charset ours = OURS.get(eci);
        if (ours != null || eci >= KNOWN_TO_ZXING) {
            return Optional.ofNullable(ours);
        }
        return Optional.ofNullable(CharacterSetECI.getCharacterSetECIByValue(eci))
                .map(CharacterSetECI::getCharset);
    }
}
