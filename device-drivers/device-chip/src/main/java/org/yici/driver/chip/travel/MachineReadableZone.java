package org.yici.driver.chip.travel;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.yici.device.ReaderEvent.Reason;
import org.yici.driver.chip.CardRefusal;

/**
 * The machine-readable zone in one of its three forms: TD1 of 3 x 30 characters, TD2 of 2 x 36, TD3 of 2 x 44 (ICAO 9303-4 to 9303-6).
 * Check digits are verified; fields are as they stand there, without filling.
 *
 * @param birth YYMMDD
 * @param sex {@code M}, {@code F}, or {@code X} for unspecified
 * @param expires YYMMDD
 */
record MachineReadableZone(
        String type,
        String issuer,
        String number,
        String nationality,
        String birth,
        char sex,
        String expires,
        String surname,
        String givenNames) {
    private static final int[] WEIGHTS = {7, 3, 1};

    /** DG1: the zone in one object (ICAO 9303-10, 4.7.1). */
    static MachineReadableZone ofDataGroup(byte[] file) throws CardRefusal {
        return of(new String(Tlv.only("DG1", Tlv.only("DG1", file, 0x61), 0x5F1F), StandardCharsets.ISO_8859_1));
    }

    static MachineReadableZone of(String zone) throws CardRefusal {
        require("zone", zone.matches("[0-9A-Z<]*"));
        return switch (zone.length()) {
            case 88 -> lines(zone, 44, 88, zone.substring(44));
            case 72 -> lines(zone, 36, 72, zone.substring(36));
            case 90 -> cards(zone);
            default -> throw new CardRefusal(Reason.UNSUPPORTED, "zone of " + zone.length());
        };
    }

    /** TD2 and TD3: names on the first line, all else on the second. */
    private static MachineReadableZone lines(String zone, int width, int end, String second) throws CardRefusal {
        String number = second.substring(0, 9);
        String birth = second.substring(13, 19);
        String expires = second.substring(21, 27);
        check("number", number, second.charAt(9));
        check("birth", birth, second.charAt(19));
        check("expires", expires, second.charAt(27));
        if (width == 44) {
            String optional = second.substring(28, 42);
            boolean unused = optional.chars().allMatch(c -> c == '<') && second.charAt(42) == '<';
            require("optional", unused || checkDigit(optional) == second.charAt(42));
        }
        String all = second.substring(0, 10) + second.substring(13, 20) + second.substring(21, width - 1);
        check("zone", all, zone.charAt(end - 1));
        return zone(
                zone.substring(0, 2),
                zone.substring(2, 5),
                number,
                second.substring(10, 13),
                birth,
                second.charAt(20),
                expires,
                zone.substring(5, width));
    }

    /** TD1. */
    private static MachineReadableZone cards(String zone) throws CardRefusal {
        String first = zone.substring(0, 30);
        String second = zone.substring(30, 60);
        if (first.startsWith("CS") || first.startsWith("CD")) {
            // Chinese exit-entry permits lay out these 90 characters in a way of their own.
            throw new CardRefusal(Reason.UNSUPPORTED, "zone " + first.substring(0, 2));
        }
        // A number of more than nine characters goes on in the optional part; the key is not made of nine characters
        // then.
        require("number", first.charAt(14) != '<');
        check("number", first.substring(5, 14), first.charAt(14));
        check("birth", second.substring(0, 6), second.charAt(6));
        check("expires", second.substring(8, 14), second.charAt(14));
        String all = first.substring(5) + second.substring(0, 7) + second.substring(8, 15) + second.substring(18, 29);
        check("zone", all, second.charAt(29));
        return zone(
                first.substring(0, 2),
                first.substring(2, 5),
                first.substring(5, 14),
                second.substring(15, 18),
                second.substring(0, 6),
                second.charAt(7),
                second.substring(8, 14),
                zone.substring(60));
    }

    private static MachineReadableZone zone(
            String type,
            String issuer,
            String number,
            String nationality,
            String birth,
            char sex,
            String expires,
            String names)
            throws CardRefusal {
        require("sex", "MFX<".indexOf(sex) >= 0);
        int between = names.indexOf("<<");
        String surname = between < 0 ? names : names.substring(0, between);
        String given = between < 0 ? "" : names.substring(between);
        MachineReadableZone read = new MachineReadableZone(
                words(type),
                words(issuer),
                words(number),
                words(nationality),
                birth,
                sex == '<' ? 'X' : sex,
                expires,
                words(surname),
                words(given));
        require("number", read.number().matches("[0-9A-Z]{1,9}"));
        require("name", !(read.surname() + read.givenNames()).isEmpty());
        return read;
    }

    private static String words(String field) {
        return field.replace('<', ' ').strip().replaceAll(" +", " ");
    }

    private static void check(String field, String characters, char digit) throws CardRefusal {
        require(field, checkDigit(characters) == digit);
    }

    /** Weights 7, 3, 1; digits count as they are, A to Z as 10 to 35, filling as 0 (ICAO 9303-3, 4.9). */
    static char checkDigit(String characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            int value = characters.charAt(i) == '<'
                    ? 0
                    : Character.digit(characters.toUpperCase(Locale.ROOT).charAt(i), 36);
            sum += value * WEIGHTS[i % 3];
        }
        return (char) ('0' + sum % 10);
    }

    private static void require(String field, boolean holds) throws CardRefusal {
        if (!holds) {
            throw CardRefusal.untrue(field);
        }
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "MachineReadableZone";
    }
}
