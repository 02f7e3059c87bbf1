package org.yici.catalogue.search;

/** Where a term of the search comes from. */
public enum TermKind {
    TITLE,
    ALIAS
}
