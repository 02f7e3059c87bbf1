package org.yici.driver.sdt;

import org.yici.device.IdentityCard;

/** What the 256 bytes of text on a card turn out to be. */
sealed interface CardText {
    /** A card whose data is consistent. */
    record Read(IdentityCard card) implements CardText {}

    /**
     * Its data cannot be true.
     *
     * @param field the first field that is wrong; never its value
     */
    record NotTrusted(String field) implements CardText {}

    /** A layout that nobody has heard of. */
    record Unsupported(String layout) implements CardText {}
}
