package org.yici.bench.chip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yici.bench.people.Document;
import org.yici.bench.people.Document.Flaw;
import org.yici.bench.people.Person;

/**
 * What a social-security card (LB/T 32) holds: EF05 of the card, EF06 of its holder; a file without records is not on the card. Dates and
 * numbers are BCD filled with F, text is GB 18030 filled with zeros.
 */
record SocialSecurityFiles(List<DataRecord> card, List<DataRecord> holder) {
    static final int VERSION = 0x03;
    static final int ISSUED = 0x05;
    static final int EXPIRES = 0x06;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int NAME_BYTES = 30;
    private static final int MORE_OF_NAME_BYTES = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final String LONG_AHEAD = "20991231";

    SocialSecurityFiles {
        card = List.copyOf(card);
        holder = List.copyOf(holder);
    }

    /**
     * The card of this person: its region is that of the holder's number, its own number is made of birth and sequence, and its dates are those
     * of the ID card. A layout that nobody has heard of is no social-security card at all.
     */
    static SocialSecurityFiles of(Person person) {
        if (person.number().length() != 18) {
            throw new IllegalArgumentException(person.id() + " has no number for a social-security card");
        }
        if (flaw(person).equals(Optional.of(Flaw.LAYOUT))) {
            return new SocialSecurityFiles(List.of(), List.of());
        }
        String region = person.number().substring(0, 6);
        String serial = "%08d".formatted(serial(person.number()));
        Document document = person.document();
        String validTo = document.validTo().matches("\\d{8}") ? document.validTo() : LONG_AHEAD;
        List<DataRecord> card = List.of(
                numeric(0x01, region + "D156000005" + "00" + serial + "FFFFFF"),
                text(0x02, "3"),
                text(VERSION, "2.00"),
                numeric(0x04, region + "%018d".formatted(1)),
                numeric(ISSUED, document.validFrom()),
                numeric(EXPIRES, validTo),
                text(0x07, "A" + serial));
        return new SocialSecurityFiles(card, holder(person, region));
    }

    /** Different for each number of the same region. */
    private static long serial(String number) {
        LocalDate birth = LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        long days = Math.floorMod(ChronoUnit.DAYS.between(FIRST_DAY, birth), 100_000L);
        return days * 1000 + Integer.parseInt(number.substring(14, 17));
    }

    private static List<DataRecord> holder(Person person, String region) {
        Optional<Flaw> flaw = flaw(person);
        String number = flaw.equals(Optional.of(Flaw.CHECK_DIGIT)) ? wrongDigit(person.number()) : person.number();
        String birth = flaw.equals(Optional.of(Flaw.BIRTH)) ? otherDay(person.birth()) : person.birth();
        byte[] name = person.name().getBytes(GB18030);
        int first = whole(person.name());
        byte[] begin = Arrays.copyOf(name, first);
        return List.of(
                text(0x08, number),
                flaw.equals(Optional.of(Flaw.HALF_CHARACTER))
                        ? new DataRecord(0x09, Bytes.joined(begin, new byte[] {(byte) 0xC9}))
                        : new DataRecord(0x09, Arrays.copyOf(begin, NAME_BYTES)),
                new DataRecord(0x4E, Arrays.copyOf(Arrays.copyOfRange(name, first, name.length), MORE_OF_NAME_BYTES)),
                text(0x0A, person.sex()),
                numeric(0x0B, person.document() instanceof Document.Citizen citizen ? citizen.nation() : "97"),
                numeric(0x0C, region),
                numeric(0x0D, birth));
    }

    private static Optional<Flaw> flaw(Person person) {
        return person.document() instanceof Document.Citizen citizen ? citizen.flaw() : Optional.empty();
    }

    private static String wrongDigit(String number) {
        return number.substring(0, 17) + (number.charAt(17) == '0' ? '1' : '0');
    }

    private static String otherDay(String birth) {
        return birth.substring(0, 6) + (birth.endsWith("01") ? "02" : "01");
    }

    /** So many bytes of the name fit its field without cutting a character. */
    private static int whole(String name) {
        int bytes = 0;
        for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
            int next = Character.toString(name.codePointAt(i)).getBytes(GB18030).length;
            if (bytes + next > NAME_BYTES) {
                break;
            }
            bytes += next;
        }
        return bytes;
    }

    static DataRecord text(int tag, String text) {
        return new DataRecord(tag, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static DataRecord numeric(int tag, String digits) {
        return new DataRecord(tag, HexFormat.of().parseHex(digits));
    }

    /** Whether the card knows nothing of social security. */
    boolean isEmpty() {
        return card.isEmpty() && holder.isEmpty();
    }

    /** As the switches make them. */
    SocialSecurityFiles under(Predicate<ChipQuirk> quirks) {
        SocialSecurityFiles files = this;
        if (quirks.test(ChipQuirk.EXPIRED)) {
            files = files.with(numeric(ISSUED, "20100101")).with(numeric(EXPIRES, "20191231"));
        }
        if (quirks.test(ChipQuirk.NOT_YET_VALID)) {
            files = files.with(numeric(ISSUED, "20900101")).with(numeric(EXPIRES, "20991231"));
        }
        if (quirks.test(ChipQuirk.NUMBERS_BY_TAG)) {
            return new SocialSecurityFiles(files.with(text(VERSION, "1.00")).card, List.of());
        }
        return quirks.test(ChipQuirk.GUARDS_HOLDER) ? files.with(text(VERSION, "3.00")) : files;
    }

    /** The same with another value of that tag. */
    SocialSecurityFiles with(DataRecord other) {
        return new SocialSecurityFiles(with(card, other), with(holder, other));
    }

    private static List<DataRecord> with(List<DataRecord> file, DataRecord other) {
        return file.stream()
                .map(each -> each.tag() == other.tag() ? other : each)
                .toList();
    }
}
