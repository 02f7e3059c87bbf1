package org.yici.agent.store;

/** The answer to "keep this". */
public enum StoreResult {
    /** It is on disk, from now or from before. */
    KEPT,
    /** Something else is on disk in its place, and it is not kept. */
    CONFLICT,
    /** The intent was closed with another outcome before; that stays, and this is not kept. */
    CLOSED_BEFORE
}
