package org.yici.driver.sdt;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.yici.base.CitizenNumber;
import org.yici.base.VisibleText;

/**
 * The 256 bytes of text on a card: UTF-16LE, fields of fixed offset and length in bytes, filled with spaces or NULs. Each question about
 * a field is answered with what it says, or with {@link Untrue}.
 */
final class CardFields {
    static final int LENGTH = 256;

    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** A card issued on a 29th of February may end on one that does not exist; it is taken for the 28th. */
    private static final DateTimeFormatter VALIDITY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.SMART);

    private static final String WITHOUT_END = "长期";

    private final byte[] text;

    CardFields(byte[] text) {
        this.text = text;
    }

    /** The 70 bytes of an address that was written to the card later; empty if they are none. */
    static Optional<String> newestAddress(byte[] bytes) {
        try {
            return new CardFields(bytes).maybe("newest-address", 0, bytes.length);
        } catch (Untrue e) {
            return Optional.empty();
        }
    }

    /** Words that must be there. */
    String words(String field, int offset, int length) throws Untrue {
        return maybe(field, offset, length).orElseThrow(() -> new Untrue(field));
    }

    /** Words that may be missing. */
    Optional<String> maybe(String field, int offset, int length) throws Untrue {
        String words = raw(offset, length);
        requireText(field, words);
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** Words as they stand there, with what fills them: the first part of words that go on elsewhere. */
    String untrimmed(String field, int offset, int length) throws Untrue {
        String words = new String(text, offset, length, StandardCharsets.UTF_16LE).replace('\0', ' ');
        requireText(field, words);
        return words;
    }

    /** Words in the form of {@code pattern}. */
    String like(String field, int offset, int length, String pattern) throws Untrue {
        String words = raw(offset, length);
        require(field, words.matches(pattern));
        return words;
    }

    /** Code of GB/T 2261.1. */
    int sex(int offset) throws Untrue {
        return Integer.parseInt(like("sex", offset, 2, "[0129]"));
    }

    LocalDate birth(int offset) throws Untrue {
        return date("birth", raw(offset, 16), BIRTH);
    }

    LocalDate validFrom(int offset) throws Untrue {
        return date("valid-from", raw(offset, 16), VALIDITY);
    }

    /** The last day, not before {@code first}; empty for 长期. */
    Optional<LocalDate> validTo(int offset, LocalDate first) throws Untrue {
        String field = raw(offset, 16);
        if (field.equals(WITHOUT_END)) {
            return Optional.empty();
        }
        LocalDate last = date("valid-to", field, VALIDITY);
        require("valid-to", !last.isBefore(first));
        return Optional.of(last);
    }

    /** A number of 18 characters whose check character is right and whose date is {@code birth} (GB 11643). */
    String number(int offset, LocalDate birth) throws Untrue {
        String number = raw(offset, 36).toUpperCase(Locale.ROOT);
        require("number", CitizenNumber.isValid(number));
        require("birth", new CitizenNumber(number).birth().equals(birth));
        return number;
    }

    private static LocalDate date(String field, String digits, DateTimeFormatter form) throws Untrue {
        require(field, digits.matches("[0-9]{8}"));
        try {
            return LocalDate.parse(digits, form);
        } catch (DateTimeException e) {
            throw new Untrue(field);
        }
    }

    /** The field without what fills it at either end: spaces of any width and NULs. */
    private String raw(int offset, int length) {
        return trimmed(new String(text, offset, length, StandardCharsets.UTF_16LE));
    }

    /** {@code words} without what fills them at either end. */
    static String trimmed(String words) {
        int from = 0;
        int to = words.length();
        while (from < to && fills(words.charAt(from))) {
            from++;
        }
        while (to > from && fills(words.charAt(to - 1))) {
            to--;
        }
        return words.substring(from, to);
    }

    /** Any space: a blank field that lost a byte on its way is one of U+2000. */
    private static boolean fills(char c) {
        return c == 0 || Character.isSpaceChar(c);
    }

    /** What can be seen, and so no U+FFFD: that is what the decoder makes of half a surrogate pair. */
    private static void requireText(String field, String words) throws Untrue {
        require(field, VisibleText.isVisible(words));
    }

    static void require(String field, boolean holds) throws Untrue {
        if (!holds) {
            throw new Untrue(field);
        }
    }

    /** A field cannot be true; names the field, never its value. */
    static final class Untrue extends Exception {
        private static final long serialVersionUID = 1L;

        private final String field;

        Untrue(String field) {
            super(field, null, false, false);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
