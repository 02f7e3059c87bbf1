package org.yici.catalogue.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.guide.Element;
import org.yici.catalogue.guide.Fee;
import org.yici.catalogue.guide.Guide;
import org.yici.catalogue.guide.LegalBasis;
import org.yici.catalogue.guide.Material;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.source.Citation;

/** That what a guide says can be traced to where it was read. */
final class CitationCheck {
    /** Its name and its body make an item; a county says the local ones itself. */
    private static final Set<Element> WITHOUT = EnumSet.of(Element.NAME, Element.AUTHORITY);

    private CitationCheck() {}

    static void check(Item item, List<Fault> faults) {
        for (Element element : Element.values()) {
            boolean needed = !element.isLocal() && !WITHOUT.contains(element) && item.has(element);
            if (needed && !isCited(item.guide(), element)) {
                faults.add(Fault.ofItem(Rule.CITATION, item.id(), "guide.citations." + element.name(), element.name()));
            }
        }
        for (Citation citation : all(item.guide())) {
            if (item.guide().source(citation.source()).isEmpty()) {
                faults.add(Fault.ofItem(
                        Rule.SOURCE,
                        item.id(),
                        "guide.sources",
                        citation.source().value()));
            }
        }
    }

    private static boolean isCited(Guide guide, Element element) {
        if (!guide.citations().getOrDefault(element, List.of()).isEmpty()) {
            return true;
        }
        return switch (element) {
            case LEGAL_BASIS ->
                guide.legalBasis().stream().allMatch(basis -> basis.read().isPresent());
            case MATERIALS ->
                !guide.allMaterials().isEmpty()
                        && guide.allMaterials().stream()
                                .noneMatch(material -> material.basis().isEmpty());
            // Both are cited by what they say themselves: a fee without a basis does not count as having one.
            case FEE_STANDARD, FEE_BASIS ->
                guide.fees()
                        .map(fees -> !fees.basis().isEmpty()
                                || fees.fees().stream().map(Fee::basis).noneMatch(List::isEmpty))
                        .orElse(false);
            default -> false;
        };
    }

    private static List<Citation> all(Guide guide) {
        List<Citation> all = new ArrayList<>();
        guide.citations().values().forEach(all::addAll);
        guide.legalBasis().stream()
                .map(LegalBasis::read)
                .flatMap(Optional::stream)
                .forEach(all::add);
        guide.allMaterials().stream().map(Material::basis).forEach(all::addAll);
        guide.situation().ifPresent(situation -> situation.outcomes().forEach(outcome -> all.addAll(outcome.basis())));
        guide.faqs().forEach(faq -> all.addAll(faq.basis()));
        guide.fees().ifPresent(fees -> {
            all.addAll(fees.basis());
            fees.fees().forEach(fee -> all.addAll(fee.basis()));
        });
        return all;
    }
}
