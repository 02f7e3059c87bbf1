package org.yici.catalogue.guide;

import java.util.List;
import org.yici.catalogue.situation.AnswerTest;
import org.yici.catalogue.text.Limits;

/**
 * A material that a citizen needs, or may need, and why.
 *
 * @param certain whether it is needed however the open questions are answered
 * @param reasons the tests over the citizen's answers that brought it; empty for a material that everybody needs
 */
public record PlannedMaterial(Material material, boolean certain, List<AnswerTest> reasons) {
    public PlannedMaterial {
        reasons = Limits.list(reasons, 5, "reasons");
    }
}
