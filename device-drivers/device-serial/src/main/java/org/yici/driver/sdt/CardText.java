package org.yici.driver.sdt;

import org.yici.device.IdentityCard;

/** What the 256 bytes of text on a card turn out to be. */
sealed interface CardText {
    /** A citizen's card whose data is consistent. */
    record Citizen(IdentityCard card) implements CardText {}

    /**
     * Its data cannot be true.
     *
     * @param field the first field that is wrong; never its value
     */
    record NotTrusted(String field) implements CardText {}

    /** A layout that this driver does not read: J residence permit, I and Y foreigners' permits, or one unheard of. */
    record Unsupported(String layout) implements CardText {}
}
