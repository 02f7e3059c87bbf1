package org.yici.agent.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.yici.agent.session.SessionEntry.Phase;

/** The sessions that were let in, in the order in which they came, and the ids of those that are over. Of the loop. */
final class SessionRegistry {
    /** A session that is over knocks again within seconds or never. */
    private static final int MOST_ENDED = 200;

    private final List<SessionEntry> taken = new ArrayList<>();
    private final Set<UUID> ended = new LinkedHashSet<>();

    void add(SessionEntry seat) {
        taken.add(seat);
    }

    /** Frees the seat, whose session is then over; false if that was done before. */
    boolean remove(SessionEntry seat) {
        boolean removed = taken.remove(seat);
        if (removed) {
            end(seat.session());
        }
        return removed;
    }

    Optional<SessionEntry> of(SessionConnection line) {
        return first(seat -> seat.line() == line);
    }

    Optional<SessionEntry> inSlot(int slot) {
        return first(seat -> seat.slot() == slot);
    }

    /** The one that waits longest. */
    Optional<SessionEntry> nextWaiting() {
        return first(seat -> seat.phase() == Phase.WAITING);
    }

    private Optional<SessionEntry> first(Predicate<SessionEntry> which) {
        return taken.stream().filter(which).findFirst();
    }

    /** As they are now. */
    List<SessionEntry> all() {
        return List.copyOf(taken);
    }

    /** This session must not come back. */
    void end(UUID session) {
        ended.add(session);
        if (ended.size() > MOST_ENDED) {
            ended.remove(ended.iterator().next());
        }
    }

    boolean isOver(UUID session) {
        return ended.contains(session);
    }
}
