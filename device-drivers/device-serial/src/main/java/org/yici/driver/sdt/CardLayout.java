package org.yici.driver.sdt;

import static org.yici.driver.sdt.CardFields.require;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.yici.device.IdentityCard;
import org.yici.device.IdentityCard.ForeignResident.Edition;
import org.yici.driver.sdt.CardFields.Untrue;

/**
 * What the 256 bytes mean. Two bytes at 248 name the layout: blank or zero is the citizen's, J a residence permit, I and Y a foreign
 * resident's card of 2017 and 2023 (GA 490 and its supplements, as public drivers show them).
 */
enum CardLayout {
    CITIZEN {
        @Override
        IdentityCard read(CardFields card) throws Untrue {
            String name = card.words("name", 0, 30);
            int sex = card.sex(30);
            int nation = Integer.parseInt(card.like("nation", 32, 4, "0[1-9]|[1-4][0-9]|5[0-8]|97|98"));
            LocalDate birth = card.birth(36);
            String address = card.words("address", 52, 70);
            String number = card.number(122, birth);
            String authority = card.words("authority", 158, 30);
            LocalDate from = card.validFrom(188);
            Optional<LocalDate> to = card.validTo(204, from);
            return new IdentityCard.Citizen(name, sex, nation, birth, address, number, authority, from, to);
        }
    },
    RESIDENCE_PERMIT {
        @Override
        IdentityCard read(CardFields card) throws Untrue {
            String name = card.words("name", 0, 30);
            int sex = card.sex(30);
            LocalDate birth = card.birth(36);
            String address = card.words("address", 52, 70);
            String number = card.number(122, birth);
            String authority = card.words("authority", 158, 30);
            LocalDate from = card.validFrom(188);
            Optional<LocalDate> to = card.validTo(204, from);
            String travelPermit = card.like("travel-permit", 220, 18, "[A-Z0-9]{1,9}");
            String issues = card.like("issues", 238, 4, "[0-9]{1,2}");
            return new IdentityCard.ResidencePermit(
                    name, sex, birth, address, number, authority, from, to, travelPermit, issues);
        }
    },
    FOREIGN_RESIDENT_2017 {
        @Override
        IdentityCard read(CardFields card) throws Untrue {
            String latin = oneLine(card.words("name", 0, 120));
            int sex = card.sex(120);
            String nationality = card.like("nationality", 152, 6, "[A-Z]{3}");
            LocalDate birth = card.birth(220);
            String number = formerNumber(card, nationality, birth);
            Optional<String> chinese = card.maybe("chinese-name", 158, 30);
            LocalDate from = card.validFrom(188);
            Optional<LocalDate> to = card.validTo(204, from);
            return new IdentityCard.ForeignResident(
                    Edition.OF_2017, latin, chinese, sex, birth, number, nationality, from, to);
        }
    },
    FOREIGN_RESIDENT_2023 {
        @Override
        IdentityCard read(CardFields card) throws Untrue {
            Optional<String> chinese = card.maybe("chinese-name", 0, 30);
            int sex = card.sex(30);
            LocalDate birth = card.birth(36);
            // 35 units, and 11 more behind the dates.
            String latin = oneLine(card.untrimmed("name", 52, 70) + card.untrimmed("name", 220, 22));
            require("name", !latin.isEmpty());
            String number = card.number(122, birth);
            require("number", number.charAt(0) == '9');
            LocalDate from = card.validFrom(188);
            Optional<LocalDate> to = card.validTo(204, from);
            String nationality = card.like("nationality", 242, 6, "[A-Z]{3}");
            return new IdentityCard.ForeignResident(
                    Edition.OF_2023, latin, chinese, sex, birth, number, nationality, from, to);
        }
    };

    private static final int FLAG = 248;

    abstract IdentityCard read(CardFields card) throws Untrue;

    /** The card, or why it is none; never a value. */
    static CardText parse(byte[] text) {
        char flag = (char) (Byte.toUnsignedInt(text[FLAG]) | Byte.toUnsignedInt(text[FLAG + 1]) << 8);
        Optional<CardLayout> layout = of(flag);
        if (layout.isEmpty()) {
            boolean printable = flag > ' ' && flag < 0x7F;
            return new CardText.Unsupported(
                    printable ? String.valueOf(flag) : String.format(Locale.ROOT, "U+%04X", (int) flag));
        }
        try {
            return new CardText.Read(layout.get().read(new CardFields(text)));
        } catch (Untrue e) {
            return new CardText.NotTrusted(e.field());
        }
    }

    private static Optional<CardLayout> of(char flag) {
        return switch (flag) {
            case 0, ' ' -> Optional.of(CITIZEN);
            case 'J' -> Optional.of(RESIDENCE_PERMIT);
            case 'I' -> Optional.of(FOREIGN_RESIDENT_2017);
            case 'Y' -> Optional.of(FOREIGN_RESIDENT_2023);
            default -> Optional.empty();
        };
    }

    /**
     * Fifteen characters: nationality, four digits of a region, birth date of six, one more and a check digit. The check digit is not
     * held against them: no specimen could be found that verifies under the weights which are told of it (7-3-1).
     */
    private static String formerNumber(CardFields card, String nationality, LocalDate birth) throws Untrue {
        String number = card.like("number", 122, 30, "[A-Z]{3}[0-9]{12}");
        require("number", number.startsWith(nationality));
        String told = String.format(
                Locale.ROOT, "%02d%02d%02d", birth.getYear() % 100, birth.getMonthValue(), birth.getDayOfMonth());
        require("birth", number.startsWith(told, 7));
        return number;
    }

    private static String oneLine(String name) {
        return CardFields.trimmed(name).replaceAll(" +", " ");
    }
}
