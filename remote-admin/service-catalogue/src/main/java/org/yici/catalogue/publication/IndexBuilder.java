package org.yici.catalogue.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yici.catalogue.file.CataloguePath;
import org.yici.catalogue.guide.HandlingForm;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.item.RegionalOffer;
import org.yici.catalogue.search.IndexSegment;
import org.yici.catalogue.search.ItemSummary;
import org.yici.catalogue.search.SearchTerm;
import org.yici.catalogue.search.TermKind;
import org.yici.catalogue.search.TextForm;
import org.yici.catalogue.text.LocalizedText;

/** Makes the segments of the search index: titles and aliases in all languages, with all readings of their characters. */
public final class IndexBuilder {
    private IndexBuilder() {}

    /** The segments by their path in the catalogue's folder. The same items give the same segments. */
    public static SortedMap<String, IndexSegment> build(List<Item> items) {
        SortedMap<String, List<Item>> parts = new TreeMap<>();
        items.forEach(item -> parts.computeIfAbsent(CataloguePath.indexOf(item.id()), path -> new ArrayList<>())
                .add(item));
        SortedMap<String, IndexSegment> segments = new TreeMap<>();
        parts.forEach((path, part) -> segments.put(path, segment(part)));
        return segments;
    }

    private static IndexSegment segment(List<Item> items) {
        List<SearchTerm> terms =
                items.stream().flatMap(item -> terms(item).stream()).toList();
        SortedMap<String, List<String>> readings = new TreeMap<>();
        terms.forEach(term -> term.text().codePoints().filter(TextForm::isHan).forEach(letter -> {
            List<String> all = Pinyin.all(letter);
            if (all.size() > 1) {
                readings.put(Character.toString(letter), all);
            }
        }));
        return new IndexSegment(items.stream().map(IndexBuilder::summary).toList(), terms, readings);
    }

    private static List<SearchTerm> terms(Item item) {
        Map<String, SearchTerm> terms = new LinkedHashMap<>();
        addTerms(item, item.name(), TermKind.TITLE, terms);
        item.aliases().forEach(alias -> addTerms(item, alias, TermKind.ALIAS, terms));
        return List.copyOf(terms.values());
    }

    private static void addTerms(Item item, LocalizedText text, TermKind kind, Map<String, SearchTerm> terms) {
        text.byLanguage().forEach((language, written) -> {
            String form = TextForm.of(written);
            boolean named = kind == TermKind.TITLE && language.equals(LocalizedText.CHINESE);
            List<String> read = named
                    ? item.pinyin()
                            .map(given -> Arrays.asList(given.split(" ")))
                            .orElseGet(() -> Pinyin.read(form))
                    : Pinyin.read(form);
            if (!form.isEmpty()) {
                terms.putIfAbsent(form, new SearchTerm(item.id(), kind, form, read));
            }
        });
    }

    private static ItemSummary summary(Item item) {
        return new ItemSummary(
                item.id(),
                item.name(),
                item.kind(),
                item.status(),
                item.classes(),
                item.department(),
                item.verification().level(),
                item.guide().forms().contains(HandlingForm.KIOSK),
                item.offers().stream().map(RegionalOffer::region).toList());
    }
}
