package org.yici.admin.onetime;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.yici.admin.keys.Sha256;

/** One-time codes: 60 random bits as twelve letters in three groups, without letters that are taken for others when read aloud. */
public final class OneTimeCode {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;

    private OneTimeCode() {}

    /** A fresh code, for example {@code 7KQM-2XWD-9PTR}; {@code random} must be a secure source. */
    public static String generate(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** What is stored of a code and compared: SHA-256 over its letters, however they were typed. */
    public static byte[] hash(String typed) {
        String letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Sha256.of(letters);
    }
}
