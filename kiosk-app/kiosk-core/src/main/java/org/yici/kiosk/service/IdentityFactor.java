package org.yici.kiosk.service;

/** What proves who stands in front of the terminal. Factors are a set: none of them is above another. */
public enum IdentityFactor {
    /** A card that a safe module proved, read here and now. */
    CARD_GENUINE,
    /** A card that no module proved, such as a social-security card. */
    CARD_UNPROVEN
}
