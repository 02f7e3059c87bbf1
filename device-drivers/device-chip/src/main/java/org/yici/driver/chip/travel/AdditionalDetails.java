package org.yici.driver.chip.travel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yici.driver.chip.CardRefusal;

/**
 * DG11 (ICAO 9303-10, 4.7.11): the full name, the personal number, the full date of birth. All of it is optional: what is not what the
 * standard says is as good as missing, and what else it holds is passed over.
 */
record AdditionalDetails(Optional<String> fullName, Optional<String> personalNumber, Optional<LocalDate> birth) {
    static final AdditionalDetails NONE = new AdditionalDetails(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int FULL_NAME = 0x5F0E;
    private static final int PERSONAL_NUMBER = 0x5F10;
    private static final int BIRTH = 0x5F2B;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    static AdditionalDetails ofDataGroup(byte[] file) {
        try {
            return of(Tlv.all("DG11", Tlv.only("DG11", file, 0x6B)));
        } catch (CardRefusal e) {
            return NONE;
        }
    }

    private static AdditionalDetails of(List<Tlv> objects) {
        Optional<String> name = Optional.empty();
        Optional<String> number = Optional.empty();
        Optional<LocalDate> birth = Optional.empty();
        for (Tlv each : objects) {
            switch (each.tag()) {
                case FULL_NAME -> name = words(each.value());
                case PERSONAL_NUMBER -> number = words(each.value());
                case BIRTH -> birth = date(each.value());
                default -> {
                    // Addresses, telephone numbers and titles are nothing that this terminal needs.
                }
            }
        }
        return new AdditionalDetails(name, number, birth);
    }

    /** UTF-8; {@code <} fills. */
    private static Optional<String> words(byte[] value) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                return Optional.empty();
            }
            String words = text.replace('<', ' ').strip().replaceAll(" +", " ");
            return words.isEmpty() ? Optional.empty() : Optional.of(words);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Eight digits, or four bytes of BCD. */
    private static Optional<LocalDate> date(byte[] value) {
        String digits =
                value.length == 4 ? HexFormat.of().formatHex(value) : new String(value, StandardCharsets.ISO_8859_1);
        try {
            return Optional.of(LocalDate.parse(digits, DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "AdditionalDetails";
    }
}
