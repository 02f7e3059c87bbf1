package org.yici.driver.chip.social;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yici.base.CitizenNumber;
import org.yici.device.SocialSecurityCard.Holder;
import org.yici.driver.chip.CardRefusal;

/** EF06: whose card it is. */
final class HolderFile {
    static final int NUMBER = 0x08;
    static final int NAME = 0x09;
    private static final int MORE_OF_NAME = 0x4E;
    private static final int SEX = 0x0A;
    private static final int BIRTH = 0x0D;

    private HolderFile() {}

    /** Empty if the card does not tell both number and name. */
    static Optional<Holder> parse(Map<Integer, byte[]> records) throws CardRefusal {
        if (!records.containsKey(NUMBER) || !records.containsKey(NAME)) {
            return Optional.empty();
        }
        CardFields fields = new CardFields(records);
        String number = fields.like("holder-number", NUMBER, "[0-9A-Z]{15}|[0-9]{17}[0-9Xx]")
                .toUpperCase(Locale.ROOT);
        Optional<LocalDate> birth = fields.has(BIRTH) ? Optional.of(fields.date("birth", BIRTH)) : Optional.empty();
        require("holder-number", number.length() == 15 || CitizenNumber.isValid(number));
        if (number.length() == 18 && birth.isPresent()) {
            require("birth", new CitizenNumber(number).birth().equals(birth.get()));
        }
        String more = fields.has(MORE_OF_NAME) ? fields.text("name", MORE_OF_NAME) : "";
        String name = fields.text("name", NAME) + more;
        require("name", !name.isBlank());
        return Optional.of(new Holder(number, name, sex(fields), birth));
    }

    private static Optional<Integer> sex(CardFields fields) throws CardRefusal {
        return fields.has(SEX) ? Optional.of(Integer.parseInt(fields.like("sex", SEX, "[0129]"))) : Optional.empty();
    }

    private static void require(String field, boolean holds) throws CardRefusal {
        if (!holds) {
            throw CardRefusal.untrue(field);
        }
    }
}
