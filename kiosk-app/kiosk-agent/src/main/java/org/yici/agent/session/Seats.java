package org.yici.agent.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.yici.agent.session.Seat.Phase;

/** The sessions that were let in, in the order in which they came, and the ids of those that are over. Of the loop. */
final class Seats {
    /** A session that is over knocks again within seconds or never. */
    private static final int MOST_ENDED = 200;

    private final List<Seat> taken = new ArrayList<>();
    private final Set<UUID> ended = new LinkedHashSet<>();

    void add(Seat seat) {
        taken.add(seat);
    }

    /** Frees the seat, whose session is then over; false if that was done before. */
    boolean remove(Seat seat) {
        boolean removed = taken.remove(seat);
        if (removed) {
            end(seat.session());
        }
        return removed;
    }

    Optional<Seat> of(SessionLine line) {
        return first(seat -> seat.line() == line);
    }

    Optional<Seat> inSlot(int slot) {
        return first(seat -> seat.slot() == slot);
    }

    /** The one that waits longest. */
    Optional<Seat> nextWaiting() {
        return first(seat -> seat.phase() == Phase.WAITING);
    }

    private Optional<Seat> first(Predicate<Seat> which) {
        return taken.stream().filter(which).findFirst();
    }

    /** As they are now. */
    List<Seat> all() {
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
