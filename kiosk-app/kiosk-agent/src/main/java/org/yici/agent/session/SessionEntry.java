package org.yici.agent.session;

import java.util.UUID;
import org.yici.agent.store.ForegroundSession;

/** One session that was let in, from its welcome until its socket is closed. Of the loop. */
final class SessionEntry {
    private final UUID session;
    private final int slot;
    private SessionConnection line;
    private Phase phase = Phase.WAITING;
    private long sinceNanos;
    private final SessionQuota quota;

    SessionEntry(UUID session, int slot, SessionConnection line, SessionQuota quota, long nowNanos) {
        this.session = session;
        this.slot = slot;
        this.line = line;
        this.quota = quota;
        this.sinceNanos = nowNanos;
    }

    /** Where a session stands. */
    enum Phase {
        /** Warm, behind another. */
        WAITING,
        /** It was given the screen and has not painted yet. */
        GRANTED,
        /** It has painted. */
        SHOWN,
        /** It said that it is over, and was told to halt. */
        ENDING,
        /** It is not believed any more, and was told to halt. */
        GIVEN_UP
    }

    UUID session() {
        return session;
    }

    int slot() {
        return slot;
    }

    SessionConnection line() {
        return line;
    }

    Phase phase() {
        return phase;
    }

    /** Whether it has the screen and may act. */
    boolean inFront() {
        return phase == Phase.GRANTED || phase == Phase.SHOWN;
    }

    /** Whether it was told to halt. */
    boolean leaving() {
        return phase == Phase.ENDING || phase == Phase.GIVEN_UP;
    }

    /** When the present phase began. */
    long sinceNanos() {
        return sinceNanos;
    }

    void enter(Phase next, long nowNanos) {
        phase = next;
        sinceNanos = nowNanos;
    }

    void reconnect(SessionConnection next) {
        line = next;
    }

    SessionQuota quota() {
        return quota;
    }

    ForegroundSession asFront() {
        return new ForegroundSession(session, slot);
    }

    @Override
    public String toString() {
        return "session " + session + " in slot " + slot;
    }
}
