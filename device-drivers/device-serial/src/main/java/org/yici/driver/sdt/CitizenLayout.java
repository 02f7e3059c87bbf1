package org.yici.driver.sdt;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.yici.base.CitizenNumber;
import org.yici.device.IdentityCard;

/**
 * The citizen's layout of the 256 bytes (GA 490, as public drivers show it): UTF-16LE, fields of fixed length, filled with spaces or
 * NULs. Two bytes at 248 name the layout; blank or zero is the citizen's.
 */
final class CitizenLayout {
    static final int LENGTH = 256;

    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    /** A card issued on a 29th of February may end on one that does not exist; it is taken for the 28th. */
    private static final DateTimeFormatter VALIDITY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.SMART);

    private static final String WITHOUT_END = "长期";

    private final byte[] text;

    private CitizenLayout(byte[] text) {
        this.text = text;
    }

    static CardText parse(byte[] text) {
        char layout = (char) (Byte.toUnsignedInt(text[248]) | Byte.toUnsignedInt(text[249]) << 8);
        if (layout != 0 && layout != ' ') {
            boolean printable = layout > ' ' && layout < 0x7F;
            return new CardText.Unsupported(
                    printable ? String.valueOf(layout) : String.format(Locale.ROOT, "U+%04X", (int) layout));
        }
        try {
            return new CardText.Citizen(new CitizenLayout(text).card());
        } catch (Untrue e) {
            return new CardText.NotTrusted(e.field);
        }
    }

    private IdentityCard card() throws Untrue {
        String name = words("name", 0, 30);
        int sex = oneOf("sex", 30, 2, "[0129]");
        int nation = oneOf("nation", 32, 4, "0[1-9]|[1-4][0-9]|5[0-8]|97|98");
        LocalDate birth = date("birth", field(36, 16), BIRTH);
        String address = words("address", 52, 70);
        String number = field(122, 36).toUpperCase(Locale.ROOT);
        require("number", CitizenNumber.isValid(number));
        require("birth", new CitizenNumber(number).birth().equals(birth));
        String authority = words("authority", 158, 30);
        LocalDate validFrom = date("valid-from", field(188, 16), VALIDITY);
        Optional<LocalDate> validTo = validTo(field(204, 16));
        require("valid-to", validTo.map(last -> !last.isBefore(validFrom)).orElse(true));
        return new IdentityCard(name, sex, nation, birth, address, number, authority, validFrom, validTo);
    }

    private static Optional<LocalDate> validTo(String field) throws Untrue {
        return field.equals(WITHOUT_END) ? Optional.empty() : Optional.of(date("valid-to", field, VALIDITY));
    }

    private String words(String field, int offset, int length) throws Untrue {
        String words = field(offset, length);
        // U+FFFD is what the decoder makes of half a surrogate pair.
        boolean whole = words.chars().noneMatch(c -> c == 0xFFFD || Character.isISOControl(c));
        require(field, whole && !words.isEmpty());
        return words;
    }

    private int oneOf(String field, int offset, int length, String pattern) throws Untrue {
        String code = field(offset, length);
        require(field, code.matches(pattern));
        return Integer.parseInt(code);
    }

    private static LocalDate date(String field, String digits, DateTimeFormatter form) throws Untrue {
        require(field, digits.matches("[0-9]{8}"));
        try {
            return LocalDate.parse(digits, form);
        } catch (DateTimeException e) {
            throw new Untrue(field);
        }
    }

    /** The field without what fills it: spaces, wide spaces and NULs. */
    private String field(int offset, int length) {
        String raw = new String(text, offset, length, StandardCharsets.UTF_16LE);
        int from = 0;
        int to = raw.length();
        while (from < to && fills(raw.charAt(from))) {
            from++;
        }
        while (to > from && fills(raw.charAt(to - 1))) {
            to--;
        }
        return raw.substring(from, to);
    }

    private static boolean fills(char c) {
        return c == 0 || c == ' ' || c == '\u3000';
    }

    private static void require(String field, boolean holds) throws Untrue {
        if (!holds) {
            throw new Untrue(field);
        }
    }

    /** A field cannot be true; names the field, never its value. */
    private static final class Untrue extends Exception {
        private static final long serialVersionUID = 1L;

        private final String field;

        Untrue(String field) {
            super(field, null, false, false);
            this.field = field;
        }
    }
}
