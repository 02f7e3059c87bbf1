package org.yici.catalogue.search;

import java.util.List;

/**
 * What a search found, the best first; the same query finds the same in the same order.
 *
 * @param total how many there are beyond those in {@code hits}, too
 */
public record SearchResult(List<SearchHit> hits, int total) {
    public static final SearchResult NONE = new SearchResult(List.of(), 0);

    public SearchResult {
        hits = List.copyOf(hits);
    }
}
