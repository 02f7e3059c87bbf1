package org.yici.bench.chip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yici.bench.people.Person;

/** What kind of card is put into the reader. */
public enum ChipCardKind {
    /** 社会保障卡, with contacts. */
    SOCIAL_SECURITY,
    /** A travel document with a chip (ICAO 9303). */
    PASSPORT,
    /** A program of a test. */
    OTHER;

    /** As scripts call it. */
    public String kindName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What this person holds. */
    public static List<ChipCardKind> heldBy(Person person) {
        List<ChipCardKind> held = new ArrayList<>();
        if (person.canHoldSocialSecurityCard()) {
            held.add(SOCIAL_SECURITY);
        }
        if (person.passport().isPresent()) {
            held.add(PASSPORT);
        }
        return held;
    }

    /** Those that people hold alone. */
    public static Optional<ChipCardKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind != OTHER && kind.kindName().equals(name))
                .findFirst();
    }
}
