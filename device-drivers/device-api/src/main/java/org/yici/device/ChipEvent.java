package org.yici.device;

import java.time.Duration;
import org.yici.base.Personal;

/** What happens at a chip-card reader. */
public sealed interface ChipEvent {
    /**
     * How long the reader had been there, since it was found or found again, when this was seen. A card of the first moments was in it
     * before: whether it may greet somebody is for the session to decide, not for the driver.
     */
    Duration sinceFound();

    /** A social-security card was inserted and read. */
    record CardRead(Personal<SocialSecurityCard> card, Duration sinceFound) implements ChipEvent {}

    /** A travel document was laid. It tells nothing without a key that is printed in it: see {@link TravelDocumentReader}. */
    record TravelDocumentFound(Duration sinceFound) implements ChipEvent {}

    /**
     * A card is there and gave nothing usable.
     *
     * @param nativeCode the field that cannot be true, the card's status word, or the system's code; never a value
     */
    record CardRefused(ReaderEvent.Reason reason, String nativeCode, Duration sinceFound) implements ChipEvent {}

    /** The card of the last event is gone. */
    record CardRemoved(Duration sinceFound) implements ChipEvent {}
}
