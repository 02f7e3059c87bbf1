package org.yici.admin.broker;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.yici.admin.terminal.RevokedCertificate;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.Time;

/**
 * Keeps the broker's revocation list as the database says, and counts a revocation as in force only when the broker told that it read
 * its files anew ("Reloading config.") and then refused a certificate which that list alone revokes. Until then it says so and tries
 * again. The server has no right over the broker's process: whoever supervises that sends it SIGHUP when the file has changed.
 *
 * <p>A list is written when a certificate ended, at each connect to the broker, when the broker read its files without being asked, when
 * the file is not the one that was installed, and once a day. One thread of its own. Of several instances one does it, another as soon
 * as that one ends or has no success.
 */
public final class RevocationService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationService.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration REFRESH = Duration.ofDays(1);
    /** A supervisor that watches the file sends SIGHUP within a second or two. */
    private static final Duration RELOAD_PATIENCE = Duration.ofSeconds(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final RevocationListFile file;
    private final RevocationSigner signer;
    private final RevocationProbe probe;
    private final TerminalStore terminals;
    private final RevocationStore store;
    private final DataSource database;
    private final BrokerControl control;
    private final BooleanSupplier isConnected;
    private final Time time;
    private final Thread thread = new Thread(this::run, "revocations");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    /** How often the broker read its files since this program runs. Guarded by the lock, as all that is told from outside. */
    private long reloads;

    private long expectedReloads;
    private boolean due;
    private boolean hurried;
    private boolean closed;

    // The thread's own.
    private Optional<RevocationLease> lease = Optional.empty();
    private Duration pause = Duration.ZERO;
    private Optional<Instant> confirmedAt = Optional.empty();

    /** Signs a list. */
    @FunctionalInterface
    interface RevocationSigner {
        String pem(List<RevokedCertificate> revoked, Instant now);
    }

    RevocationService(
            RevocationListFile file,
            RevocationSigner signer,
            RevocationProbe probe,
            TerminalStore terminals,
            RevocationStore store,
            DataSource database,
            BrokerControl control,
            BooleanSupplier isConnected,
            Time time) {
        this.file = file;
        this.signer = signer;
        this.probe = probe;
        this.terminals = terminals;
        this.store = store;
        this.database = database;
        this.control = control;
        this.isConnected = isConnected;
        this.time = time;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The line to the broker stands: it may have been started anew, with whatever list. */
    void opened() {
        tell(() -> {
            due = true;
            hurried = true;
        });
    }

    /** The broker reads its files anew; if nobody asked for it, with whatever list. */
    void reloading() {
        tell(() -> {
            reloads++;
            if (expectedReloads > 0) {
                expectedReloads--;
            } else {
                due = true;
            }
        });
    }

    private void tell(Runnable change) {
        lock.lock();
        try {
            change.run();
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (awaitRound()) {
                guardedRound();
            }
        } catch (InterruptedException e) {
            LOG.debug("The revocation list is left as it is");
        } finally {
            release();
        }
    }

    private void guardedRound() throws InterruptedException {
        try {
            round();
        } catch (DataAccessException | TransactionException | SQLException e) {
            LOG.warn(
                    "The revocation list was not compared, the database failed: {}",
                    e.getClass().getSimpleName());
            // Whoever begins to keep the list anew writes it in any case, and no sooner than in the next round.
            release();
            tell(() -> due = false);
        } catch (IOException e) {
            failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("The revocation list was not compared", e);
            failed(e.getClass().getSimpleName());
        }
    }

    /** For a round's time, or until the next try after a failure; false at the end. */
    private boolean awaitRound() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = Math.max(ROUND.toNanos(), pause.toNanos());
            while (left > 0 && !closed && !hurried && !(due && pause.isZero())) {
                left = told.awaitNanos(left);
            }
            hurried = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void round() throws IOException, SQLException, InterruptedException {
        boolean connected = isConnected.getAsBoolean();
        if (!holdsLease() || !connected) {
            // Whoever begins to keep the list, or to be connected, writes it anew in any case.
            tell(() -> due = false);
        }
        if (lease.isEmpty()) {
            return;
        }
        Instant now = time.now();
        if (!connected) {
            // For a broker that is started before the line to it stands. Another instance may have a line.
            List<RevokedCertificate> revoked = terminals.revoked(now);
            if (!file.names(serials(revoked))) {
                write(revoked, List.of(), now);
            }
            release();
        } else if (isDue(now)) {
            apply();
        }
    }

    private boolean holdsLease() throws SQLException {
        if (lease.isPresent() && lease.get().isHeld()) {
            return true;
        }
        release();
        lease = RevocationLease.take(database);
        return lease.isPresent();
    }

    private void release() {
        lease.ifPresent(RevocationLease::close);
        lease = Optional.empty();
        confirmedAt = Optional.empty();
    }

    private boolean isDue(Instant now) {
        lock.lock();
        try {
            if (due) {
                return true;
            }
        } finally {
            lock.unlock();
        }
        return confirmedAt.filter(at -> at.plus(REFRESH).isAfter(now)).isEmpty()
                || !file.isInPlace()
                || store.pending(now) > 0;
    }

    private void apply() throws IOException, InterruptedException {
        Instant now = time.now();
        List<RevokedCertificate> revoked = terminals.revoked(now);
        RevocationProbe.Canary canary = probe.make(now);
        long before = expectReload();
        write(revoked, List.of(canary.certificate().getSerialNumber()), now);
        boolean heard = awaitReload(before);
        RevocationProbe.Outcome outcome = probe.attempt(canary);
        if (heard && outcome == RevocationProbe.Outcome.REFUSED) {
            confirmed(serials(revoked));
        } else {
            tell(() -> due = true);
            failed(complaint(heard, outcome));
        }
    }

    private void write(List<RevokedCertificate> revoked, List<BigInteger> canaries, Instant now) throws IOException {
        List<RevokedCertificate> all = new ArrayList<>(revoked);
        canaries.forEach(serial -> all.add(new RevokedCertificate(serial, now, RevokedCertificate.Reason.REVOKED)));
        file.install(signer.pem(all, now).getBytes(StandardCharsets.US_ASCII), serials(all), now);
    }

    private static Set<BigInteger> serials(List<RevokedCertificate> revoked) {
        return revoked.stream().map(RevokedCertificate::serial).collect(Collectors.toSet());
    }

    private long expectReload() {
        lock.lock();
        try {
            due = false;
            expectedReloads = 1;
            return reloads;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitReload(long before) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = RELOAD_PATIENCE.toNanos();
            while (reloads == before && left > 0 && !closed) {
                left = told.awaitNanos(left);
            }
            expectedReloads = 0;
            return reloads != before;
        } finally {
            lock.unlock();
        }
    }

    private void confirmed(Set<BigInteger> serials) {
        Instant now = time.now();
        store.inForce(serials, now).forEach(control::kick);
        control.compare();
        pause = Duration.ZERO;
        confirmedAt = Optional.of(now);
        LOG.info("The broker refuses what the revocation list names: {} certificates", serials.size());
    }

    private void failed(String complaint) {
        release();
        pause = pause.isZero() ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
        LOG.warn("Revocations are not in force at the broker, next try in {} s: {}", pause.toSeconds(), complaint);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private String complaint(boolean heard, RevocationProbe.Outcome outcome) {
        if (!heard) {
            return "the broker did not tell that it read " + file.path() + " anew within "
                    + RELOAD_PATIENCE.toSeconds()
                    + " s (\"Reloading config.\"); whoever supervises it must send it SIGHUP"
                    + " when that file has changed";
        }
        return outcome == RevocationProbe.Outcome.LET_IN
                ? "it let a revoked certificate in; its crlfile must be " + file.path() + ", and readable for it"
                : "a try with a revoked certificate failed for another reason than that it is revoked";
    }

    @Override
    public void close() {
        tell(() -> closed = true);
        thread.interrupt();
    }
}
