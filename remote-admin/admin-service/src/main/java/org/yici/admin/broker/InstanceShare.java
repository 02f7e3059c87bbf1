package org.yici.admin.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.yici.admin.health.StateStore;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/**
 * Which terminals are this instance's: of all watches that the database knows to last, the one with the highest hash over watch and
 * terminal has the terminal (rendezvous hashing: when an instance goes, only its own terminals move). Nothing is configured; an instance
 * that ends in whatever way loses its lock, and the others take over within seconds. For half a minute after each change a terminal is
 * dealt with by whoever has it under the former or the new order, since instances see a change at different times; what is dealt with
 * twice changes nothing. Thread-safe.
 */
final class InstanceShare {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceShare.class);
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final StateStore states;
    private final Time time;
    private volatile Order order = new Order(0, Set.of(), Set.of(), 0);

    /** @param former the watches of before the last change, which count until half a minute after it */
    private record Order(int own, Set<Integer> watches, Set<Integer> former, long changedNanos) {}

    InstanceShare(StateStore states, Time time) {
        this.states = states;
        this.time = time;
    }

    /** This instance listens in a new watch; until the others are known everything is its own. */
    synchronized void watching(int watch) {
        order = new Order(watch, Set.of(), Set.of(), time.nanos());
    }

    /** A database that does not answer leaves the order as it was. */
    @Scheduled(fixedDelay = 2_000)
    void refresh() {
        try {
            take(states.liveWatches());
        } catch (DataAccessException e) {
            LOG.debug("The instances could not be counted: {}", e.getClass().getSimpleName());
        }
    }

    private synchronized void take(Set<Integer> live) {
        Order now = order;
        if (!now.watches().equals(live)) {
            order = new Order(now.own(), Set.copyOf(live), now.watches(), time.nanos());
        }
    }

    /** Whether this instance deals with what the terminal sends. */
    boolean isOurs(TerminalId terminal) {
        Order now = order;
        return isOurs(terminal, now.own(), now.watches())
                || isOurs(terminal, now.own(), now.former())
                        && time.since(now.changedNanos()).compareTo(OVERLAP) < 0;
    }

    private static boolean isOurs(TerminalId terminal, int own, Set<Integer> watches) {
        return !watches.contains(own) || owner(terminal, watches) == own;
    }

    /** Which of the watches, at least one, has the terminal. */
    static int owner(TerminalId terminal, Set<Integer> watches) {
        return Collections.max(
                watches,
                Comparator.<Integer>comparingLong(watch -> hash(watch, terminal))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static long hash(int watch, TerminalId terminal) {
        CRC32 sum = new CRC32();
        sum.update((terminal.value() + "/" + watch).getBytes(StandardCharsets.UTF_8));
        // CRC-32 is linear: without this step the order of two watches would be the same for most terminals.
        long mixed = sum.getValue() * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
