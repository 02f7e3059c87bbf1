package org.yici.paper.certificate;

/** The hybrid check system ISO 7064 MOD 37,36 over {@code 0-9A-Z}. */
final class Mod37And36 {
    private static final int MODULUS = 36;

    private Mod37And36() {}

    /** The character that makes {@code text} (of {@code 0-9A-Z} only) valid when appended. */
    static char checkCharacter(String text) {
        int product = MODULUS;
        for (int i = 0; i < text.length(); i++) {
            int sum = (product + Character.digit(text.charAt(i), MODULUS)) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        int value = (MODULUS + 1 - product) % MODULUS;
        return Character.toUpperCase(Character.forDigit(value, MODULUS));
    }
}
