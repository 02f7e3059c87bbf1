package org.yici.catalogue.situation;

import java.util.List;
import java.util.Optional;
import org.yici.catalogue.source.Citation;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * What a situation comes to. Outcomes are tried in their order; the first whose condition holds is the one (hit policy
 * FIRST in DMN's words).
 *
 * @param when absent: always, which only the last outcome should be
 * @param basis where it was read
 */
public record Outcome(Key id, OutcomeKind kind, LocalizedText text, Optional<Condition> when, List<Citation> basis) {
    public Outcome {
        basis = Limits.list(basis, 8, "basis of outcome " + id);
    }
}
