package org.yici.driver.chip.social;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.yici.base.VisibleText;
import org.yici.driver.chip.CardRefusal;

/**
 * The values of records by tag. Numbers in BCD ({@code cn}) are filled with F, characters ({@code an}) with zeros or spaces. What does not
 * have its field's form is refused with the field's name.
 */
final class CardFields {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final Map<Integer, byte[]> records;

    CardFields(Map<Integer, byte[]> records) {
        this.records = records;
    }

    boolean has(int tag) {
        return records.containsKey(tag);
    }

    /** So many bytes. */
    byte[] bytes(String field, int tag, int length) throws CardRefusal {
        byte[] value = bytes(field, tag);
        if (value.length != length) {
            throw CardRefusal.untrue(field);
        }
        return value;
    }

    private byte[] bytes(String field, int tag) throws CardRefusal {
        byte[] value = records.get(tag);
        if (value == null) {
            throw CardRefusal.untrue(field);
        }
        return value;
    }

    /** So many bytes in capital hexadecimal digits. */
    String hexadecimal(String field, int tag, int length) throws CardRefusal {
        return HexFormat.of().withUpperCase().formatHex(bytes(field, tag, length));
    }

    /** A day, {@code YYYYMMDD} in BCD. */
    LocalDate date(String field, int tag) throws CardRefusal {
        try {
            return LocalDate.parse(hexadecimal(field, tag, 4).toLowerCase(Locale.ROOT), DATE);
        } catch (DateTimeException e) {
            throw CardRefusal.untrue(field);
        }
    }

    /** Characters of ASCII without filling, in the form of {@code pattern}. */
    String like(String field, int tag, String pattern) throws CardRefusal {
        String text = unfilled(new String(bytes(field, tag), StandardCharsets.ISO_8859_1));
        if (!text.matches(pattern)) {
            throw CardRefusal.untrue(field);
        }
        return text;
    }

    /** Chinese text without filling; may be empty. */
    String text(String field, int tag) throws CardRefusal {
        try {
            String text = unfilled(GB18030.newDecoder()
                    .decode(ByteBuffer.wrap(bytes(field, tag)))
                    .toString());
            if (!VisibleText.isVisible(text)) {
                throw CardRefusal.untrue(field);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw CardRefusal.untrue(field);
        }
    }

    private static String unfilled(String text) {
        int to = text.length();
        while (to > 0 && (text.charAt(to - 1) == 0 || Character.isSpaceChar(text.charAt(to - 1)))) {
            to--;
        }
        return text.substring(0, to).stripLeading();
    }
}
