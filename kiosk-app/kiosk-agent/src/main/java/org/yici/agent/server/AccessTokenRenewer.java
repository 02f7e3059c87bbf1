package org.yici.agent.server;

import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.work.WorkerCall;
import org.yici.base.Backoff;
import org.yici.base.ErrorCode;
import org.yici.base.Time;
import org.yici.contract.https.PassAnswer;

/**
 * Keeps a pass that lasts: fetches the next one when a third of the life is left, tries again with growing waits. A life is counted on the
 * monotonic clock from when the pass was asked for; the service says with each what time it is. Lives on the agent's loop; the fetching
 * runs on {@code worker}.
 */
public final class AccessTokenRenewer {
    private static final Logger LOG = LoggerFactory.getLogger(AccessTokenRenewer.class);

    /** However short the life of a pass is, the service is not asked more often. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    /** The source has a deadline of 20 s itself; what does not come back within this never will. */
    private static final Duration FETCHED_WITHIN = Duration.ofSeconds(45);

    /** A session in front waits: someone may just have mended the line. */
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(2);

    private final AccessTokenSource source;
    private final Time time;
    private final Executor loop;
    private final Executor worker;
    private final Consumer<Instant> told;
    private final Runnable changed;
    private final Backoff backoff;

    private @Nullable GrantedAccessToken pass;
    private long passFrom;
    private boolean ended;
    private boolean unproven;
    private @Nullable WorkerCall<GrantedAccessToken> call;
    private long waitFrom;
    private Duration wait = Duration.ZERO;

    /**
     * @param told hears what time it is at the service, on the loop, before {@code changed}
     * @param changed called on the loop when there is another pass, or none any more
     */
    public AccessTokenRenewer(
            AccessTokenSource source,
            Time time,
            Executor loop,
            Executor worker,
            RandomGenerator random,
            Consumer<Instant> told,
            Runnable changed) {
        this.source = source;
        this.time = time;
        this.loop = loop;
        this.worker = worker;
        this.told = told;
        this.changed = changed;
        this.backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), random);
        this.waitFrom = time.nanos();
    }

    /** The pass, if it has not ended. */
    public Optional<PassAnswer> current() {
        return Optional.ofNullable(pass)
                .filter(granted -> time.since(passFrom).compareTo(granted.life()) < 0)
                .map(GrantedAccessToken::answer);
    }

    /** Why there is no pass, where more is known than that nobody answers. */
    public Optional<ErrorCode> trouble() {
        return current().isEmpty() && unproven ? Optional.of(ErrorCode.SERVER_UNPROVEN) : Optional.empty();
    }

    /** Somebody needs a pass now: if there is none, the wait is cut short. */
    public void wanted() {
        if (current().isEmpty() && !fetching() && time.since(waitFrom).compareTo(ASKED_AGAIN) >= 0) {
            fetch();
        }
    }

    /** Does what is due; to be called a few times a second. */
    public void tick() {
        if (call != null) {
            call.tick();
        }
        if (!fetching() && time.since(waitFrom).compareTo(wait) >= 0) {
            fetch();
        }
        boolean over = pass != null && current().isEmpty();
        if (over && !ended) {
            ended = true;
            LOG.warn("The pass has ended and there is no other");
            changed.run();
        }
    }

    private boolean fetching() {
        return call != null && !call.isOver();
    }

    private void fetch() {
        long asked = time.nanos();
        call = WorkerCall.begin(source::fetch, FETCHED_WITHIN, time, loop, worker, new WorkerCall.Result<>() {
            @Override
            public void done(GrantedAccessToken granted) {
                fetched(granted, asked);
            }

            @Override
            public void failed(Throwable failure) {
                AccessTokenRenewer.this.failed(failure);
            }
        });
    }

    private void fetched(GrantedAccessToken granted, long asked) {
        pass = granted;
        passFrom = asked;
        ended = false;
        unproven = false;
        backoff.reset();
        told.accept(granted.told());
        Duration twoThirds = granted.life().multipliedBy(2).dividedBy(3);
        waitFor(twoThirds.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : twoThirds);
        LOG.info("A pass until {}; the next one in {} s", granted.answer().expires(), wait.toSeconds());
        changed.run();
    }

    private void failed(Throwable e) {
        waitFor(backoff.next());
        LOG.warn("No pass: {}; next try in {} ms", words(e), wait.toMillis());
        boolean before = unproven;
        unproven = isOfCertificate(e);
        if (unproven != before && current().isEmpty()) {
            changed.run();
        }
    }

    /** Whether a certificate was refused: it is not of our authority, or our clock and its dates do not agree. */
    private static boolean isOfCertificate(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
    }

    private static String words(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private void waitFor(Duration duration) {
        wait = duration;
        waitFrom = time.nanos();
    }
}
