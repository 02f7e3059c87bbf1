package org.yici.catalogue.place;

/** The unified social credit code (统一社会信用代码, GB 32100): 17 characters and a check character modulo 31. */
public final class CreditCode {
    public static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int BASE = 3;

    private CreditCode() {}

    public static boolean isValid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                && checkCharacter(code.substring(0, LENGTH - 1)) == code.charAt(LENGTH - 1);
    }

    /** The eighteenth character for {@code first}, which are 17 characters of the code's alphabet. */
    public static char checkCharacter(String first) {
        int sum = 0;
        int weight = 1;
        for (int at = 0; at < first.length(); at++) {
            sum += ALPHABET.indexOf(first.charAt(at)) * weight;
            weight = weight * BASE % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
