package org.yici.endurance;

/** Where on an entry's way something is cut; how each is hit is told in docs/proof/sweep.md. */
enum Point {
    /** The broker has a part of the record that carries the PUBLISH. */
    IN_PUBLISH,
    /** The terminal has the PUBACK; the service has inserted the entry and not committed. */
    AFTER_PUBACK,
    /** The database has committed; the service does not know it yet, so that nobody was told {@code recorded}. */
    AFTER_COMMIT
}
