package org.yici.admin.refusal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/**
 * Counts refusals. Counting never blocks and never fails, so that whoever is refused a million times costs no more than one who is
 * refused once: counts are added up in memory and written each second, one row for a kind, a day and a known terminal or address.
 * What was not written yet is lost when the program is killed. Thread-safe.
 */
public final class Refusals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    /** More different ones between two writes are counted under nobody's name. */
    private static final int MOST_APART = 2_000;

    private final RefusalStore store;
    private final Time time;
    /** Held from taking counts to their being written: who looks waits for those that are on their way. */
    private final ReentrantLock writing = new ReentrantLock();

    private Map<Key, Tally> waiting = new HashMap<>();

    /** What is counted together. */
    record Key(RefusalKind kind, Who who) {}

    Refusals(RefusalStore store, Time time) {
        this.store = store;
        this.time = time;
    }

    /** @param fact a number or a few words of the service's own, never what the refused sent; may be empty */
    public void count(RefusalKind kind, Who who, String fact) {
        Instant now = time.now();
        synchronized (this) {
            Key key = new Key(kind, who);
            if (!waiting.containsKey(key) && waiting.size() >= MOST_APART) {
                key = new Key(kind, Who.NOBODY);
            }
            waiting.merge(key, Tally.one(now, fact), Tally::and);
        }
    }

    /** Writes what was counted; to be called each second, and before somebody looks. */
    @Scheduled(fixedDelay = 1_000)
    void write() {
        writing.lock();
        try {
            Map<Key, Tally> counted = take();
            if (!counted.isEmpty()) {
                write(counted);
            }
        } finally {
            writing.unlock();
        }
    }

    private void write(Map<Key, Tally> counted) {
        try {
            store.add(counted);
            counted.forEach((key, tally) -> LOG.warn(
                    "Refused {} × {} to {}: {}",
                    tally.times(),
                    key.kind(),
                    key.who().equals(Who.NOBODY) ? "nobody known" : key.who().name(),
                    tally.fact().isEmpty() ? "-" : tally.fact()));
        } catch (DataAccessException | TransactionException e) {
            putBack(counted);
            LOG.warn(
                    "Refusals could not be written and are kept in memory: {}",
                    e.getClass().getSimpleName());
        }
    }

    private synchronized Map<Key, Tally> take() {
        Map<Key, Tally> counted = waiting;
        waiting = new HashMap<>();
        return counted;
    }

    private synchronized void putBack(Map<Key, Tally> counted) {
        waiting.forEach((key, tally) -> counted.merge(key, tally, Tally::and));
        waiting = counted;
    }

    /** All of the last ninety days, the latest first, at most {@code most}. */
    public List<RefusalCount> latest(int most) {
        write();
        return store.latest(most);
    }

    /** What was refused to one terminal in the last ninety days, the latest first. */
    public List<RefusalCount> of(TerminalId terminal) {
        write();
        return store.of(terminal);
    }

    @Override
    public void close() {
        write();
    }
}
