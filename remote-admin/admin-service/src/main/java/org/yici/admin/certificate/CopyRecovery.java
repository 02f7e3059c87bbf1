package org.yici.admin.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.yici.admin.platform.NumberedCopy;
import org.yici.admin.platform.Platform;
import org.yici.admin.platform.PlatformException;
import org.yici.admin.terminal.RequestRefused;
import org.yici.base.Time;

/**
 * Looks after requests that nobody answered, because the service or the platform failed in between: asks the platform what it issued
 * under their names, and notes it. A request of which nothing came in {@link #GIVE_UP} is closed. Several instances may do so at once.
 */
final class CopyRecovery implements AutoCloseable {
    /** Longer than any request is worked on. */
    static final Duration SETTLED = Duration.ofMinutes(1);

    /** How long after its last repeat the platform may still issue an order that reached it. */
    static final Duration GIVE_UP = Duration.ofHours(1);

    private static final int MOST_AT_ONCE = 50;
    private static final Logger LOG = LoggerFactory.getLogger(CopyRecovery.class);

    private final Platform platform;
    private final CertificateBulkhead bulkhead;
    private final CopyRequestRepository requests;
    private final CopyRecorder recorder;
    private final Time time;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "copy-recovery");
        thread.setDaemon(true);
        return thread;
    });

    CopyRecovery(
            Platform platform,
            CertificateBulkhead bulkhead,
            CopyRequestRepository requests,
            CopyRecorder recorder,
            Time time) {
        this.platform = platform;
        this.bulkhead = bulkhead;
        this.requests = requests;
        this.recorder = recorder;
        this.time = time;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::round, 0, SETTLED.toSeconds(), TimeUnit.SECONDS);
    }

    /** Looks after the requests that were left alone for longest; stops at the first one that the platform does not answer. */
    void round() {
        try {
            Instant now = time.now();
            for (CopyRequestRepository.Open open : requests.openSince(now.minus(SETTLED), MOST_AT_ONCE)) {
                requests.looked(open.given().copyId(), now);
                settle(open, now);
            }
        } catch (PlatformException | RequestRefused | DataAccessException | TransactionException e) {
            LOG.warn("Open requests for copies wait: {}", e.getClass().getSimpleName());
        }
    }

    private void settle(CopyRequestRepository.Open open, Instant now) throws PlatformException {
        CopyStore.Given given = open.given();
        Optional<NumberedCopy> issued = bulkhead.call(() -> platform.find(given.copyId()));
        if (issued.isPresent()) {
            recorder.record(given, issued.get());
            LOG.info("Copy {} had been issued and was not noted", given.copyId());
        } else if (given.at().isBefore(now.minus(GIVE_UP))) {
            requests.closeUnlessRepeated(given.copyId(), open.repeats());
            LOG.info("Copy {} was never issued", given.copyId());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
