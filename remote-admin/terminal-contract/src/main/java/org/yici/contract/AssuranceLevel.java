package org.yici.contract;

/** How sure the centre is that the person in front of a terminal is who the request says. Each level includes those before it. */
public enum AssuranceLevel {
    /** Nobody was asked. */
    ANYONE,
    /** Somebody holds a card that did not prove that it is genuine: it may have been made by anybody. */
    CARD_UNPROVEN,
    /** Somebody holds the card, and the reader's security module proved it genuine. */
    CARD,
    /** The card, and a confirmation on the holder's phone. */
    CARD_AND_PHONE,
    /** The card, and a check by the upstream platform. */
    CARD_AND_PLATFORM,
    /** A member of staff stands beside. */
    HELPER_PRESENT;

    /** Whether this level is enough where {@code needed} is asked for. */
    public boolean satisfies(AssuranceLevel needed) {
        return compareTo(needed) >= 0;
    }
}
