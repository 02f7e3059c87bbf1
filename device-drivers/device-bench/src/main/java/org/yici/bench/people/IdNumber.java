package org.yici.bench.people;

/**
 * The number on a card. 18 characters, GB 11643: region, date of birth, sequence, check character (ISO 7064 MOD 11-2); on foreigners'
 * cards until 2023 15: country, region, date of birth, two more.
 */
final class IdNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumber() {}

    static boolean isValid(String number) {
        return number.matches("[A-Z]{3}\\d{12}")
                || number.matches("\\d{17}[0-9X]") && check(number) == number.charAt(17);
    }

    /** Regions 000xxx and 900000 were never assigned, and UTO is ICAO's Utopia, so the number can be nobody's. */
    static boolean isInvented(String number) {
        return number.startsWith("000") || number.startsWith("900000") || number.startsWith("UTO");
    }

    private static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
