package org.yici.catalogue.search;

/**
 * One item that a search found.
 *
 * @param term the text that matched
 */
public record SearchHit(ItemSummary item, String term, TermKind kind) {}
