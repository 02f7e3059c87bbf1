package org.yici.contract.message;

import java.util.UUID;

/**
 * The service's word that it has an entry for good, sent after its commit: only this lets the terminal forget it. A repeat is answered
 * the same.
 *
 * @param version version of this message's form, 1
 * @param entryVersion the version of the entry under its key
 */
public record Recorded(int version, UUID key, int entryVersion, Result result) {
    /** What the service made of an entry. */
    public enum Result {
        RECORDED,
        /** Kept and shown to staff, because it could not be opened or understood, or came with other content before. */
        QUARANTINED
    }
}
