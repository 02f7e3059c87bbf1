package org.yici.catalogue.item;

/** What stands behind an entry of the catalogue. */
public enum ItemKind {
    /** One government service (政务服务事项). */
    SINGLE,
    /** Several services done as one matter (一件事一次办). */
    BUNDLE,
    /** An everyday service that no national list knows (便民服务事项). */
    CONVENIENCE
}
