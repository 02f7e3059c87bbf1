package org.yici.catalogue.guide;

import java.util.List;
import org.yici.catalogue.source.Citation;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/** A question that citizens ask often, and its answer (常见问题). */
public record Faq(LocalizedText question, LocalizedText answer, List<Citation> basis) {
    public Faq {
        basis = Limits.list(basis, 8, "basis of an answer");
    }
}
