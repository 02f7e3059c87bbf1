package org.yici.catalogue.source;

/** Where a fact was read. */
public enum SourceKind {
    /** A law or a page that everybody can read. */
    PUBLIC,
    /** An upstream platform. */
    IMPORTED,
    /** Nowhere: invented, for trying out. */
    INVENTED
}
