package org.yici.catalogue.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A telephone number as it is shown: 3 to 18 digits and hyphens (GB/T 39046 gives phones 18 characters). */
public record Phone(@JsonValue String number) {
    private static final Pattern FORM = Pattern.compile("(?=.{3,18}$)\\d+(-\\d+){0,2}");
    private static final Pattern NOBODYS = Pattern.compile("000-\\d{8}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Phone {
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("not a telephone number: 3 to 18 digits and hyphens");
        }
    }

    /**
     * Whether nobody can have this number: {@code 000-} and eight digits. A Chinese number that begins with 00 is an
     * international call, and no country code of ITU-T E.164 begins with 0.
     */
    public boolean isNobodys() {
        return NOBODYS.matcher(number).matches();
    }

    @Override
    public String toString() {
        return number;
    }
}
