package org.yici.bench.sdt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yici.bench.people.Document;
import org.yici.bench.people.Document.Flaw;
import org.yici.bench.people.Person;

/**
 * What a card gives the reader: 256 bytes of text, UTF-16LE padded with spaces, 1024 bytes of portrait, and fingerprints of 512 bytes.
 * Portrait and fingerprints are patterns, not pictures: their formats are secrets of their makers.
 */
final class CardContent {
    private static final int TEXT_BYTES = 256;
    private static final int TEXT_UNITS = 128;
    private static final int PHOTO_BYTES = 1024;
    private static final int FINGERPRINT_BYTES = 512;
    private static final int ADDRESS_UNITS = 35;
    private static final int FLAG = 124;

    private final byte[] text;
    private final byte[] fingerprints;
    private final Optional<String> newestAddress;

    private CardContent(byte[] text, int fingerprints, Optional<String> newestAddress) {
        this.text = text;
        this.fingerprints = pattern(fingerprints * FINGERPRINT_BYTES, 91, 5);
        this.newestAddress = newestAddress;
    }

    static CardContent of(Person person) {
        Document document = person.document();
        if (document instanceof Document.Citizen citizen) {
            return new CardContent(text(person, citizen), citizen.fingerprints(), citizen.newestAddress());
        } else if (document instanceof Document.ResidencePermit permit) {
            return new CardContent(text(person, permit), 0, Optional.empty());
        } else if (document instanceof Document.Foreigner2017 foreigner) {
            return new CardContent(text(person, foreigner), 0, Optional.empty());
        }
        return new CardContent(text(person, (Document.Foreigner2023) document), 0, Optional.empty());
    }

    private static byte[] text(Person person, Document.Citizen card) {
        Optional<Flaw> flaw = card.flaw();
        String number = flaw.equals(Optional.of(Flaw.CHECK_DIGIT)) ? wrongDigit(person.number()) : person.number();
        String birth = flaw.equals(Optional.of(Flaw.BIRTH)) ? "19800101" : person.birth();
        String name = flaw.equals(Optional.of(Flaw.HALF_CHARACTER)) ? person.name() + '\uD842' : person.name();
        return new Text()
                .field(0, 15, name)
                .field(15, 1, person.sex())
                .field(16, 2, card.nation())
                .field(18, 8, birth)
                .field(26, ADDRESS_UNITS, card.address())
                .field(61, 18, number)
                .field(79, 15, card.authority())
                .field(94, 8, card.validFrom())
                .field(102, 8, card.validTo())
                .field(FLAG, 1, flaw.equals(Optional.of(Flaw.LAYOUT)) ? "Q" : "")
                .bytes();
    }

    private static String wrongDigit(String number) {
        char last = number.charAt(17);
        return number.substring(0, 17) + (last == '0' ? '1' : '0');
    }

    private static byte[] text(Person person, Document.ResidencePermit card) {
        return new Text()
                .field(0, 15, person.name())
                .field(15, 1, person.sex())
                .field(18, 8, person.birth())
                .field(26, ADDRESS_UNITS, card.address())
                .field(61, 18, person.number())
                .field(79, 15, card.authority())
                .field(94, 8, card.validFrom())
                .field(102, 8, card.validTo())
                .field(110, 9, card.travelPermit())
                .field(119, 2, card.issues())
                .field(FLAG, 1, "J")
                .bytes();
    }

    private static byte[] text(Person person, Document.Foreigner2017 card) {
        return new Text()
                .field(0, 60, card.latinName())
                .field(60, 1, person.sex())
                .field(61, 15, person.number())
                .field(76, 3, card.nationality())
                .field(79, 15, person.name())
                .field(94, 8, card.validFrom())
                .field(102, 8, card.validTo())
                .field(110, 8, person.birth())
                .field(118, 2, "01")
                .field(120, 4, "0000")
                .field(FLAG, 1, "I")
                .bytes();
    }

    private static byte[] text(Person person, Document.Foreigner2023 card) {
        String latin = card.latinName();
        int first = Math.min(latin.length(), ADDRESS_UNITS);
        if (first < latin.length() && latin.charAt(first - 1) == ' ') {
            // The blank between two words goes with the second.
            first--;
        }
        return new Text()
                .field(0, 15, person.name())
                .field(15, 1, person.sex())
                .field(16, 2, card.renewals())
                .field(18, 8, person.birth())
                .field(26, ADDRESS_UNITS, latin.substring(0, first))
                .field(61, 18, person.number())
                .field(94, 8, card.validFrom())
                .field(102, 8, card.validTo())
                .field(110, 11, latin.substring(first))
                .field(121, 3, card.nationality())
                .field(FLAG, 1, "Y")
                // From which the number of a former card would be derived; there was none.
                .field(FLAG + 1, 3, "000")
                .bytes();
    }

    /** The text as it grows; places and lengths in UTF-16 units. */
    private static final class Text {
        private final StringBuilder units = new StringBuilder(" ".repeat(TEXT_UNITS));

        Text field(int from, int length, String value) {
            units.replace(from, from + length, value + " ".repeat(length - value.length()));
            return this;
        }

        byte[] bytes() {
            // Not getBytes: half a character must stay half a character.
            ByteBuffer bytes = ByteBuffer.allocate(TEXT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            units.chars().forEach(unit -> bytes.putChar((char) unit));
            return bytes.array();
        }
    }

    private static byte[] pattern(int length, int step, int start) {
        byte[] pattern = new byte[length];
        for (int i = 0; i < length; i++) {
            pattern[i] = (byte) (i * step + start);
        }
        return pattern;
    }

    /** The answer's data: length of text, length of portrait, text, portrait. */
    byte[] base() {
        ByteBuffer data = ByteBuffer.allocate(4 + TEXT_BYTES + PHOTO_BYTES);
        return data.putShort((short) TEXT_BYTES)
                .putShort((short) PHOTO_BYTES)
                .put(text)
                .put(pattern(PHOTO_BYTES, 37, 11))
                .array();
    }

    /** The same with length and bytes of the fingerprints. */
    byte[] withFingerprints() {
        ByteBuffer data = ByteBuffer.allocate(6 + TEXT_BYTES + PHOTO_BYTES + fingerprints.length);
        return data.putShort((short) TEXT_BYTES)
                .putShort((short) PHOTO_BYTES)
                .putShort((short) fingerprints.length)
                .put(text)
                .put(pattern(PHOTO_BYTES, 37, 11))
                .put(fingerprints)
                .array();
    }

    /** The 70 bytes of an address that was written later. */
    Optional<byte[]> newestAddress() {
        return newestAddress.map(address ->
                (address + " ".repeat(ADDRESS_UNITS - address.length())).getBytes(StandardCharsets.UTF_16LE));
    }
}
