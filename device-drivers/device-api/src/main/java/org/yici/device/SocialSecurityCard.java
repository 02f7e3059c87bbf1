package org.yici.device;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a social-security card (社会保障卡, LB/T 32) tells without a PIN. Everything in it is personal: it travels as
 * {@code Personal<SocialSecurityCard>}. The card did not prove that it is genuine; that takes a key which only offices hold.
 *
 * @param cardId the card's identification, 32 hexadecimal digits
 * @param cardClass code of the card's class as it stands on the card, 0 to 255
 * @param version of the card's specification: {@code 1.00}, {@code 2.00} or {@code 3.00}
 * @param issuer the institution that initialised the card, hexadecimal digits as they stand on the card
 * @param issued the first day
 * @param expires the last day, not before {@code issued}
 * @param number the card's own number, 1 to 9 of {@code 0-9 A-Z}
 * @param holder empty on cards that guard it, as those of the third generation do
 */
public record SocialSecurityCard(
        String cardId,
        int cardClass,
        String version,
        String issuer,
        LocalDate issued,
        LocalDate expires,
        String number,
        Optional<Holder> holder) {

    /** Whether the card is in its period of validity on {@code day}, first and last day included. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(issued) && !day.isAfter(expires);
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "SocialSecurityCard";
    }

    /**
     * Whose card it is.
     *
     * @param number social-security number: a citizen's number (GB 11643) or a foreigner's of 15 or 18 characters
     * @param name not blank
     * @param sex code of GB/T 2261.1; empty if the card does not tell it
     * @param birth empty if the card does not tell it; else agrees with the number where that has a date
     */
    public record Holder(String number, String name, Optional<Integer> sex, Optional<LocalDate> birth) {
        /** Nothing of the content. */
        @Override
        public String toString() {
            return "Holder";
        }
    }
}
