package org.yici.bench.people;

/**
 * A travel document with a chip, of the country whose national the person is; names and birth are those of the person.
 *
 * @param number up to 9 characters
 * @param expires YYYYMMDD
 */
public record Passport(String number, String expires) {
    public Passport {
        require(number.matches("[A-Z0-9]{1,9}"), "number");
        require(expires.matches("\\d{8}"), "expires");
    }

    private static void require(boolean fits, String what) {
        if (!fits) {
            throw new IllegalArgumentException("a passport's " + what + " does not fit");
        }
    }
}
