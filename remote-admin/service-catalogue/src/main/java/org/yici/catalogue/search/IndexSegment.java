package org.yici.catalogue.search;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yici.catalogue.text.Limits;

/**
 * A part of the search index, as it is kept in a file: that of the items whose ids share a hash digit, so that a changed item
 * changes one segment.
 *
 * @param readings the other syllables of those characters that have more than one, by character
 */
public record IndexSegment(List<ItemSummary> items, List<SearchTerm> terms, SortedMap<String, List<String>> readings) {
    public IndexSegment {
        items = Limits.list(items, 20_000, "items");
        terms = Limits.list(terms, 400_000, "terms");
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }
}
