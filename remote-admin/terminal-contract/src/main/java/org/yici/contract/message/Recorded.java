package org.yici.contract.message;

import java.util.UUID;

/**
 * The service's word on an entry, sent after its commit: only this lets the terminal forget it. A repeat is answered the same, unless it
 * was rejected.
 *
 * @param version version of this message's form, 1
 * @param entryVersion the version of the entry under its key
 */
public record Recorded(int version, UUID key, int entryVersion, Result result) {
    /** What the service made of an entry. */
    public enum Result {
        RECORDED,
        /** Kept and shown to staff, because it could not be opened or understood, or came with other content before. */
        QUARANTINED,
        /** To be quarantined, but not kept: the terminal's quota for quarantine is used up for this day. Counted and shown to staff. */
        REJECTED
    }
}
