package org.yici.bench.people;

import java.util.Optional;

/**
 * An invented person, the card that they lay on the reader, and perhaps a passport. Whose number has 18 characters holds a social-security
 * card too.
 *
 * @param id short name in the page and the HTTP interface, {@code [a-z-]+}
 * @param number that of the card: 18 characters (GB 11643) of a region that was never assigned, or 15 of nobody's country (UTO)
 * @param sex GB/T 2261.1: 1 male, 2 female; agrees with the 17th digit of a number of 18
 * @param known whether the reference platform has this person
 * @param insured whether it also has a social insurance record
 * @param note why this person is in the stack, Chinese; {@code noteEn} the same in English
 */
public record Person(
        String id,
        String name,
        String number,
        String sex,
        boolean known,
        boolean insured,
        String note,
        String noteEn,
        Document document,
        Optional<Passport> passport) {
    public Person {
        require(id.matches("[a-z]+(-[a-z]+)*"), id, "id");
        require(!name.isBlank() && name.length() <= 15, id, "name");
        require(IdNumber.isValid(number) && IdNumber.isInvented(number), id, "number");
        require(sex.matches("[12]"), id, "sex");
        require(number.length() != 18 || sex.equals(number.charAt(16) % 2 == 1 ? "1" : "2"), id, "sex");
        require(number.length() == 18 == !(document instanceof Document.Foreigner2017), id, "number for this card");
        require(known || !insured, id, "insured but not known");
        require(passport.isEmpty() || document instanceof Document.OfForeigner, id, "passport of no country");
    }

    /** Date of birth, YYYYMMDD: of the card of 2017 as it says, of the others as the number does. */
    public String birth() {
        return document instanceof Document.Foreigner2017 former ? former.birth() : number.substring(6, 14);
    }

    /** Whether a social-security card is made out to them: its holder's number has 18 characters. */
    public boolean canHoldSocialSecurityCard() {
        return number.length() == 18;
    }

    /** The same person with another card. */
    public Person with(Document other) {
        return new Person(id, name, number, sex, known, insured, note, noteEn, other, passport);
    }

    private static void require(boolean fits, String id, String what) {
        if (!fits) {
            throw new IllegalArgumentException("person " + id + ": " + what + " does not fit");
        }
    }
}
