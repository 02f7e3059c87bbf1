package org.yici.admin.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.yici.admin.health.StateStore;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.store.Changes;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/**
 * Keeps the broker's block list as it has to be: who is revoked, and who is blocked for a time. The database says who that is; the
 * broker's list is compared with it at each connect and every half minute, and mended. A block for a time reaches the broker before it
 * reaches the database, so that a slow database holds no block up. All methods return at once, whatever broker and database do; they
 * are thread-safe.
 */
public final class BrokerControl implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerControl.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration FULL_LOOK = Duration.ofSeconds(30);
    /** More at a time wait for the next round. */
    private static final int MOST_URGENT = 1_000;

    private final DynamicSecurity security;
    private final BlockStore blocks;
    private final StateStore states;
    private final Changes changes;
    private final Refusals refusals;
    private final Time time;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "broker-control"));
    /** Never touches the database. */
    private final ThreadPoolExecutor urgent = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_URGENT),
            work -> daemon(work, "broker-block"),
            new ThreadPoolExecutor.AbortPolicy());

    /** Blocks that the database does not know yet. */
    private final Map<TerminalId, Block> unsaved = new ConcurrentHashMap<>();
    /** Who is being blocked: behind a flood the broker's answer comes late. */
    private final Set<TerminalId> applying = ConcurrentHashMap.newKeySet();
    /** Who is on the broker's list, as far as is known. */
    private final Set<TerminalId> listed = ConcurrentHashMap.newKeySet();
    /** Whose connection is being ended because of its certificate. */
    private final Set<TerminalId> ending = ConcurrentHashMap.newKeySet();

    private volatile boolean looked;
    private long lookedNanos;

    private record Block(BlockReason reason, Instant until) {}

    BrokerControl(
            DynamicSecurity security,
            BlockStore blocks,
            StateStore states,
            Changes changes,
            Refusals refusals,
            Time time) {
        this.security = security;
        this.blocks = blocks;
        this.states = states;
        this.changes = changes;
        this.refusals = refusals;
        this.time = time;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        rounds.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the terminal's connection and keeps it from being heard for so long. Does nothing if it is blocked already. */
    public void block(TerminalId terminal, BlockReason reason, Duration length) {
        Block block = new Block(reason, time.now().plus(length));
        if (listed.contains(terminal) || applying.contains(terminal) || unsaved.putIfAbsent(terminal, block) != null) {
            return;
        }
        LOG.warn("{} is blocked for {} s: {}", terminal, length.toSeconds(), reason);
        refusals.count(RefusalKind.BLOCKED, Who.terminal(terminal), reason.name());
        applying.add(terminal);
        try {
            urgent.execute(() -> applyAtOnce(terminal));
        } catch (RejectedExecutionException e) {
            // There are too many at a time: the next round does it.
            applying.remove(terminal);
        }
    }

    private void applyAtOnce(TerminalId terminal) {
        try {
            apply(terminal);
        } finally {
            applying.remove(terminal);
        }
    }

    /**
     * Ends the connection of a terminal that was revoked in the database, and keeps it from being heard until it is enrolled anew.
     * Without this call the same happens within a second.
     */
    public void block(TerminalId terminal) {
        rounds.execute(() -> certificateEnds(terminal, () -> apply(terminal)));
    }

    /** Ends the connection that the terminal has; it may come again. Nothing happens to one that is blocked. */
    void kick(TerminalId terminal) {
        rounds.execute(() -> certificateEnds(terminal, () -> {
            if (!listed.contains(terminal)) {
                attempt("ending the connection of " + terminal, () -> security.kick(terminal));
            }
        }));
    }

    /** The line stands: the broker's list is read and compared. */
    void opened() {
        looked = false;
        compare();
    }

    /** What the database says has changed. */
    void compare() {
        rounds.execute(this::round);
    }

    /** The broker told that it ended a connection because it was told to. */
    void kicked(TerminalId terminal) {
        if (ending.contains(terminal)) {
            refusals.count(RefusalKind.CERTIFICATE_ENDED, Who.terminal(terminal), "its connection was ended");
        }
    }

    private void certificateEnds(TerminalId terminal, Runnable work) {
        ending.add(terminal);
        try {
            work.run();
        } finally {
            ending.remove(terminal);
        }
    }

    /** One round on the thread of its own; nothing that happens in it keeps the next one from coming. */
    private void round() {
        try {
            save();
            if (security.isOpen()) {
                mend();
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "The block list was not compared, the database failed: {}",
                    e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.error("The block list was not compared", e);
        }
    }

    private void save() {
        unsaved.forEach((terminal, block) -> {
            blocks.put(terminal, block.reason(), block.until());
            unsaved.remove(terminal, block);
        });
    }

    private void mend() {
        Instant now = time.now();
        if (!looked || time.since(lookedNanos).compareTo(FULL_LOOK) > 0) {
            look(now);
        }
        Set<TerminalId> revoked = blocks.revoked(now);
        Set<TerminalId> wanted = new HashSet<>(blocks.blocked(now));
        without(wanted, listed).forEach(this::apply);
        without(revoked, listed).forEach(terminal -> certificateEnds(terminal, () -> apply(terminal)));
        wanted.addAll(revoked);
        wanted.addAll(unsaved.keySet());
        without(listed, wanted).forEach(this::release);
        blocks.online(wanted).forEach(terminal -> showOffline(terminal, now));
    }

    private static Set<TerminalId> without(Set<TerminalId> all, Set<TerminalId> those) {
        Set<TerminalId> left = new HashSet<>(all);
        left.removeAll(those);
        return left;
    }

    /** The broker sends no will of a connection that it ended because it was told to. */
    private void showOffline(TerminalId terminal, Instant now) {
        states.end(terminal, now);
        changes.of(terminal);
    }

    private void look(Instant now) {
        blocks.forgetEnded(now);
        attempt("reading the block list", () -> {
            security.makeRole();
            Set<TerminalId> there = security.blocked();
            listed.retainAll(there);
            listed.addAll(there);
            lookedNanos = time.nanos();
            looked = true;
        });
    }

    private void apply(TerminalId terminal) {
        attempt("blocking " + terminal, () -> {
            security.block(terminal);
            listed.add(terminal);
        });
    }

    private void release(TerminalId terminal) {
        attempt("unblocking " + terminal, () -> {
            security.unblock(terminal);
            listed.remove(terminal);
            LOG.info("{} is not blocked any more", terminal);
        });
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws BrokerControlException;
    }

    /** What fails is tried again in the next round. */
    private static void attempt(String what, Attempt attempt) {
        try {
            attempt.run();
        } catch (BrokerControlException e) {
            LOG.warn("{} failed and is tried again: {}", what, e.getMessage());
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        urgent.shutdownNow();
    }
}
