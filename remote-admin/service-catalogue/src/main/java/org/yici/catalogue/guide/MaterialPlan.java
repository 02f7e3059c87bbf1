package org.yici.catalogue.guide;

import java.util.List;
import java.util.Optional;
import org.yici.catalogue.situation.Outcome;
import org.yici.catalogue.situation.Question;

/**
 * What a citizen has to bring, as far as the answers tell.
 *
 * @param materials in the order of the guide: those that are needed for certain and those that may be needed
 * @param fees the same of fees: those that apply for certain or may apply
 * @param outcomes what it comes to; more than one when open questions still decide it, at least one where outcomes exist
 *     for every answer
 * @param outcomeCertain whether the open questions cannot change the outcome any more
 * @param open the questions that are unanswered or answered 不清楚 and could still change something
 */
public record MaterialPlan(
        List<PlannedMaterial> materials,
        List<Fee> fees,
        List<Outcome> outcomes,
        boolean outcomeCertain,
        List<Question> open) {
    public MaterialPlan {
        materials = List.copyOf(materials);
        fees = List.copyOf(fees);
        outcomes = List.copyOf(outcomes);
        open = List.copyOf(open);
    }

    public List<PlannedMaterial> needed() {
        return materials.stream().filter(PlannedMaterial::certain).toList();
    }

    /** What may be needed, depending on what the citizen does not know. */
    public List<PlannedMaterial> possible() {
        return materials.stream().filter(one -> !one.certain()).toList();
    }

    /** The outcome, once nothing can change it any more. */
    public Optional<Outcome> outcome() {
        return outcomeCertain ? outcomes.stream().findFirst() : Optional.empty();
    }
}
