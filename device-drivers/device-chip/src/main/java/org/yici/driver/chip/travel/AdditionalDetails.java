package org.yici.driver.chip.travel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.Optional;
import org.yici.driver.chip.CardRefusal;

/**
 * DG11 (ICAO 9303-10, 4.7.11): the full name, the personal number, the full date of birth. What else it holds is passed over.
 */
record AdditionalDetails(Optional<String> fullName, Optional<String> personalNumber, Optional<LocalDate> birth) {
    static final AdditionalDetails NONE = new AdditionalDetails(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int FULL_NAME = 0x5F0E;
    private static final int PERSONAL_NUMBER = 0x5F10;
    private static final int BIRTH = 0x5F2B;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    static AdditionalDetails ofDataGroup(byte[] file) throws CardRefusal {
        Optional<String> name = Optional.empty();
        Optional<String> number = Optional.empty();
        Optional<LocalDate> birth = Optional.empty();
        for (Tlv each : Tlv.all("DG11", Tlv.only("DG11", file, 0x6B))) {
            switch (each.tag()) {
                case FULL_NAME -> name = words("full-name", each.value());
                case PERSONAL_NUMBER -> number = words("personal-number", each.value());
                case BIRTH -> birth = Optional.of(date(each.value()));
                default -> {
                    // Addresses, telephone numbers and titles are nothing that this terminal needs.
                }
            }
        }
        return new AdditionalDetails(name, number, birth);
    }

    /** UTF-8; {@code <} fills. */
    private static Optional<String> words(String field, byte[] value) throws CardRefusal {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw CardRefusal.untrue(field);
            }
            String words = text.replace('<', ' ').strip().replaceAll(" +", " ");
            return words.isEmpty() ? Optional.empty() : Optional.of(words);
        } catch (CharacterCodingException e) {
            throw CardRefusal.untrue(field);
        }
    }

    /** Eight digits, or four bytes of BCD. */
    private static LocalDate date(byte[] value) throws CardRefusal {
        String digits =
                value.length == 4 ? HexFormat.of().formatHex(value) : new String(value, StandardCharsets.ISO_8859_1);
        try {
            return LocalDate.parse(digits, DATE);
        } catch (DateTimeException e) {
            throw CardRefusal.untrue("full-birth");
        }
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "AdditionalDetails";
    }
}
