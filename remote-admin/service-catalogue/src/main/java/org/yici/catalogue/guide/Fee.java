package org.yici.catalogue.guide;

import java.util.List;
import java.util.Optional;
import org.yici.catalogue.situation.Condition;
import org.yici.catalogue.source.Citation;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * One fee.
 *
 * @param fen the amount in hundredths of a yuan, 0 to 100,000,000; absent when nobody confirmed it
 * @param standard what the amount counts for, or who fixes it
 * @param reduction who pays less, or nothing
 * @param when over the guide's questions; absent: always
 * @param basis where it was read (收费依据)
 */
public record Fee(
        LocalizedText name,
        Optional<Integer> fen,
        Optional<LocalizedText> standard,
        Optional<LocalizedText> reduction,
        Optional<Condition> when,
        List<Citation> basis) {
    public Fee {
        fen.ifPresent(amount -> Limits.range(amount, 0, 100_000_000, "fee in fen"));
        basis = Limits.list(basis, 8, "basis of a fee");
    }
}
