package org.yici.catalogue.guide;

import java.util.List;
import org.yici.catalogue.source.Citation;
import org.yici.catalogue.text.Limits;

/**
 * Whether an item costs something, and what.
 *
 * @param charged whether the office may charge anything at all
 * @param fees at most sixteen; empty when nothing is charged
 * @param basis where it was read that nothing is charged, or that something is (收费依据)
 */
public record Fees(boolean charged, List<Fee> fees, List<Citation> basis) {
    public Fees {
        fees = Limits.list(fees, 16, "fees");
        basis = Limits.list(basis, 8, "basis of the fees");
        if (!charged && !fees.isEmpty()) {
            throw new IllegalArgumentException("fees of an item that charges nothing");
        }
    }
}
