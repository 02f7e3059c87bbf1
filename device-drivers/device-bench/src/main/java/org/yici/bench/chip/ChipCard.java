package org.yici.bench.chip;

import java.util.Optional;
import java.util.function.Predicate;
import org.yici.bench.people.Person;

/**
 * A card that can be put into the reader, as often as wanted.
 *
 * @param holder whose card it is; a test's card may be nobody's
 * @param maker makes what runs in it
 */
public record ChipCard(ChipCardKind kind, Optional<Person> holder, Maker maker) {
    /** Makes what runs in a card each time it is put into a reader. */
    public interface Maker {
        /** {@code quirks} tells at any time which switches are on. */
        CardProgram program(Predicate<ChipQuirk> quirks);
    }

    /** The social-security card of a person with a number of 18 characters; what is wrong with their ID card is wrong with it too. */
    public static ChipCard socialSecurity(Person person) {
        SocialSecurityFiles files = SocialSecurityFiles.of(person);
        return new ChipCard(
                ChipCardKind.SOCIAL_SECURITY, Optional.of(person), quirks -> new SocialSecurityCard(files, quirks));
    }

    /** Nobody's card, in which this program runs. */
    public static ChipCard of(CardProgram program) {
        return new ChipCard(ChipCardKind.OTHER, Optional.empty(), quirks -> program);
    }
}
