package org.yici.admin.onetime;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.yici.admin.keys.Sha256;

/**
 * One-time codes: 80 random bits as sixteen letters in four groups, without letters that are taken for others when read aloud.
 *
 * <p>So many bits cannot be guessed, so wrong codes never have to stop a right one (NIST SP 800-63B, 5.1.2.2 asks for a
 * limit below 64 bits only), and a fast hash is enough to keep them (nobody can try all codes against a stolen table).
 */
public final class OneTimeCode {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private OneTimeCode() {}

    /** A fresh code, for example {@code 7KQM-2XWD-9PTR-04VB}; {@code random} must be a secure source. */
    public static String generate(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
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
