package org.yici.catalogue.item;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yici.catalogue.text.Limits;

/**
 * Who stands behind what an item says. That somebody verified it is not the same as that it changed.
 *
 * @param verifiedBy who compared it with what is in force: an office and, where there is one, a person
 * @param validFrom the first day on which it holds, in China; absent: it holds already
 * @param validUntil the last day on which it holds, in China; absent: until further notice
 * @param changedAt when its text changed last
 */
public record Verification(
        TrustLevel level,
        Optional<String> verifiedBy,
        Optional<LocalDate> verifiedAt,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        Instant changedAt) {
    public Verification {
        verifiedBy.ifPresent(who -> Limits.text(who, 100, "verifiedBy"));
    }

    public Validity on(LocalDate day) {
        if (validFrom.map(day::isBefore).orElse(false)) {
            return Validity.NOT_YET_VALID;
        }
        return validUntil.map(day::isAfter).orElse(false) ? Validity.NO_LONGER_VALID : Validity.VALID;
    }
}
