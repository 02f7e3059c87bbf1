package org.yici.bench.people;

/**
 * An invented person and what their resident ID card says.
 *
 * @param id short name in the page and the HTTP interface, {@code [a-z-]+}
 * @param number 18 characters, GB 11643, of a region that was never assigned
 * @param sex GB/T 2261.1: 1 male, 2 female; agrees with the number's 17th digit
 * @param nation GB/T 3304, two digits
 * @param address at most 35 UTF-16 units, as the card holds no more
 * @param validFrom YYYYMMDD
 * @param validTo YYYYMMDD or 长期
 * @param known whether the reference platform has this person
 * @param insured whether it also has a social insurance record
 * @param note why this person is in the stack, Chinese; {@code noteEn} the same in English
 */
public record Person(
        String id,
        String name,
        String number,
        String sex,
        String nation,
        String address,
        String authority,
        String validFrom,
        String validTo,
        boolean known,
        boolean insured,
        String note,
        String noteEn) {

    public Person {
        require(id.matches("[a-z]+(-[a-z]+)*"), id, "id");
        require(!name.isBlank() && name.length() <= 15, id, "name");
        require(IdNumber.isValid(number) && IdNumber.isInvented(number), id, "number");
        require(sex.equals(number.charAt(16) % 2 == 1 ? "1" : "2"), id, "sex");
        require(nation.matches("\\d{2}"), id, "nation");
        require(address.length() <= 35, id, "address");
        require(authority.length() <= 15, id, "authority");
        require(validFrom.matches("\\d{8}"), id, "validFrom");
        require(validTo.matches("\\d{8}|长期"), id, "validTo");
        require(known || !insured, id, "insured but not known");
    }

    /** Date of birth as the number says it, YYYYMMDD. */
    public String birth() {
        return number.substring(6, 14);
    }

    private static void require(boolean fits, String id, String what) {
        if (!fits) {
            throw new IllegalArgumentException("person " + id + ": " + what + " does not fit");
        }
    }
}
