package org.yici.catalogue.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.yici.catalogue.situation.Situation;
import org.yici.catalogue.source.Citation;
import org.yici.catalogue.source.Source;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * The guide of an item (办事指南): those of the 22 elements that are the same everywhere, and what else helps. Absent means that
 * nobody confirmed it (未核对), never "none". Local elements (place, hours, phones) are in the item's offers.
 *
 * @param summary what the item is, in one or two sentences
 * @param materials absent: not confirmed; an empty list: none is needed; at most sixty, no two of one id
 * @param forms empty: not confirmed
 * @param citations where each element was read
 */
public record Guide(
        Optional<LocalizedText> summary,
        List<LegalBasis> legalBasis,
        Optional<TimeLimit> statutoryLimit,
        Optional<TimeLimit> promisedLimit,
        List<ResultDocument> results,
        Optional<Fees> fees,
        @JsonInclude(value = JsonInclude.Include.NON_ABSENT, content = JsonInclude.Include.ALWAYS)
                Optional<List<Material>> materials,
        List<FlowStep> flow,
        SortedSet<HandlingForm> forms,
        Optional<LocalizedText> reviewStandard,
        Optional<ServiceScope> scope,
        Optional<Provision> appointment,
        Optional<Provision> onlinePayment,
        Optional<Provision> delivery,
        Optional<Situation> situation,
        List<Faq> faqs,
        GuideExtras extras,
        List<Source> sources,
        SortedMap<Element, List<Citation>> citations) {
    public static final int MOST_MATERIALS = 60;

    public Guide {
        legalBasis = Limits.list(legalBasis, 16, "legal basis");
        results = Limits.list(results, 8, "results");
        materials = materials.map(all -> Limits.distinct(all, Material::id, MOST_MATERIALS, "materials"));
        flow = Limits.list(flow, 20, "steps");
        forms = Limits.set(forms, HandlingForm.values().length, "forms");
        faqs = Limits.list(faqs, 30, "questions and answers");
        sources = Limits.distinct(sources, Source::id, 16, "sources");
        SortedMap<Element, List<Citation>> copy = new TreeMap<>();
        citations.forEach((element, all) -> copy.put(element, Limits.list(all, 8, "citations of " + element)));
        citations = Collections.unmodifiableSortedMap(copy);
    }

    /** All materials, empty also when they are not confirmed. */
    public List<Material> allMaterials() {
        return materials.orElse(List.of());
    }

    public Optional<Source> source(Key id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }
}
