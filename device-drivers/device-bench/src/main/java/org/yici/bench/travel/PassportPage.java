package org.yici.bench.travel;

import java.util.Locale;
import org.yici.bench.people.Document;
import org.yici.bench.people.Passport;
import org.yici.bench.people.Person;

/**
 * What is printed on a passport's page of data, and thereby what its chip holds and opens with (ICAO 9303-4, TD3). Dates are YYYYMMDD.
 *
 * @param state three letters, of the country that issued it and whose national the holder is
 * @param sex M, F or &lt;
 * @param personalNumber at most 14 characters, may be empty
 * @param fullName of the chip alone, as DG11 writes it: the parts divided by &lt;
 */
public record PassportPage(
        String state,
        String number,
        String surname,
        String givenNames,
        String birth,
        String sex,
        String expires,
        String personalNumber,
        String fullName) {
    /** ICAO's specimen (9303-4, appendix B): Anna Maria Eriksson of Utopia. */
    public static final PassportPage SPECIMEN = new PassportPage(
            "UTO", "L898902C3", "ERIKSSON", "ANNA MARIA", "19740812", "F", "20120415", "ZE184226B", "埃里克松<<安娜<玛丽亚");

    private static final int NAME_CHARACTERS = 39;
    private static final int NUMBER_CHARACTERS = 9;
    private static final int PERSONAL_CHARACTERS = 14;
    private static final int[] WEIGHTS = {7, 3, 1};

    /** The page of a person who holds a passport. */
    public static PassportPage of(Person person) {
        Passport passport =
                person.passport().orElseThrow(() -> new IllegalArgumentException(person.id() + " holds no passport"));
        Document.OfForeigner document = (Document.OfForeigner) person.document();
        String[] name = document.latinName().split(", *", 2);
        return new PassportPage(
                document.nationality(),
                passport.number(),
                name[0],
                name.length > 1 ? name[1] : "",
                person.birth(),
                person.sex().equals("1") ? "M" : "F",
                passport.expires(),
                "",
                document.latinName().replaceFirst(", *", "<<").replace(' ', '<'));
    }

    /** Both lines of the machine-readable zone; a name that is too long ends where the line ends. */
    public String zone() {
        String name = letters(surname) + "<<" + letters(givenNames);
        String personal = filled(personalNumber, PERSONAL_CHARACTERS);
        String begin = checked(filled(number, NUMBER_CHARACTERS));
        String middle = checked(birth.substring(2));
        String end = checked(expires.substring(2)) + (personalNumber.isEmpty() ? personal + "<" : checked(personal));
        return "P<" + state + filled(name, NAME_CHARACTERS) + begin + state + middle + sex + end
                + digit(begin + middle + end);
    }

    /** Number, birth and expiry with their check digits, of which the key of the chip is made. */
    public String key() {
        return checked(filled(number, NUMBER_CHARACTERS)) + checked(birth.substring(2)) + checked(expires.substring(2));
    }

    /** DG1. */
    public byte[] zoneFile() {
        return DataGroups.zone(zone());
    }

    /** DG11. */
    public byte[] detailsFile() {
        return DataGroups.details(fullName, personalNumber, birth);
    }

    private static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "<");
    }

    private static String filled(String text, int length) {
        return (text + "<".repeat(length)).substring(0, length);
    }

    private static String checked(String field) {
        return field + digit(field);
    }

    private static int digit(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char character = field.charAt(i);
            int value = character == '<' ? 0 : Character.digit(character, Character.MAX_RADIX);
            sum += value * WEIGHTS[i % WEIGHTS.length];
        }
        return sum % 10;
    }
}
