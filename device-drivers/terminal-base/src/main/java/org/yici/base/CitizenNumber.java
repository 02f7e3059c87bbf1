package org.yici.base;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** The 18-character number of a citizen (GB 11643): region 6, birth date 8, sequence 3, check character by ISO 7064 MOD 11-2. */
public record CitizenNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Refuses what {@link #isValid} refuses; the message does not repeat the number. */
    public CitizenNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a citizen number: form, date or check character is wrong");
        }
    }

    /** Whether form, birth date and check character are right. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches() && checkCharacter(text) == text.charAt(17) && hasDate(text);
    }

    /** The check character that belongs to the first 17 digits. */
    public static char checkCharacter(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static boolean hasDate(String text) {
        try {
            LocalDate.parse(text.substring(6, 14), DATE);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    public LocalDate birth() {
        return LocalDate.parse(value.substring(6, 14), DATE);
    }

    /** The number as {@link Masking#number} shows it. */
    @Override
    public String toString() {
        return Masking.number(value);
    }
}
