package org.yici.endurance.entry;

import java.util.UUID;
import org.yici.ipc.SessionMessage;

/**
 * One version of one entry, as a session offers it to the agent.
 *
 * @param message what the session says
 * @param copy id of the certificate copy that it reports on
 * @param strange whether the centre must put it into quarantine: it reports on a copy that nobody was given
 */
public record Offer(String terminal, UUID key, int version, SessionMessage message, String copy, boolean strange) {
    /** Names this version of this entry among all. */
    public Id id() {
        return new Id(key, version);
    }

    /** Identity of one version of an entry. */
    public record Id(UUID key, int version) {}
}
