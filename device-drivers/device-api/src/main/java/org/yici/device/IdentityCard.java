package org.yici.device;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a resident identity card says of its holder (GA 490). Everything in it is personal: it travels as
 * {@code Personal<IdentityCard>}.
 *
 * @param sex code of GB/T 2261.1: 1 male, 2 female
 * @param nation code of GB/T 3304, 1 to 58, 97 or 98
 * @param number citizen number (GB 11643), check character verified
 * @param validTo empty for 长期, without end
 */
public record IdentityCard(
        String name,
        int sex,
        int nation,
        LocalDate birth,
        String address,
        String number,
        String authority,
        LocalDate validFrom,
        Optional<LocalDate> validTo) {
    /** Whether the card is in its period of validity on {@code day}, first and last day included. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Tells nothing; see {@code Personal}. */
    @Override
    public String toString() {
        return "IdentityCard";
    }
}
