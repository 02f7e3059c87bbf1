package org.yici.admin.enrolment;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Who;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.throttle.RateLimits;
import org.yici.contract.https.ProblemCode;

/**
 * Answers wrong enrolment codes late, and tells an address that sends too many of them so. An answer that is held back holds no thread
 * and no connection of the database. No code is ever refused unseen: it has too many random bits to be guessed at any pace. Thread-safe.
 */
final class WrongCodes implements AutoCloseable {
    /** So many answers are held back at once; what is beyond is answered at once, so that strangers cannot fill the memory. */
    static final int MOST_HELD_BACK = 256;

    private final RateLimits limits;
    private final Duration delay;
    private final Semaphore places = new Semaphore(MOST_HELD_BACK);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "wrong-codes");
        thread.setDaemon(true);
        return thread;
    });

    WrongCodes(RateLimits limits, Duration delay) {
        this.limits = limits;
        this.delay = delay;
    }

    /** Fails after the delay with {@code refusal}, or with one that tells of the limit of this address. Does not block. */
    <T> CompletableFuture<T> refuse(RequestRefused refusal, String address) {
        boolean within = limits.of(Who.browser(address).name()).tryConsume(1);
        RequestRefused told = within ? refusal : tooMany();
        if (!places.tryAcquire()) {
            return CompletableFuture.failedFuture(told);
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        clock.schedule(() -> fail(answer, told), delay.toMillis(), TimeUnit.MILLISECONDS);
        return answer;
    }

    private <T> void fail(CompletableFuture<T> answer, RequestRefused refusal) {
        places.release();
        answer.completeExceptionally(refusal);
    }

    private static RequestRefused tooMany() {
        return new RequestRefused(
                ProblemCode.ENROLMENT_REFUSED,
                RefusalKind.ENROLMENT_TOO_MANY,
                "the code is unknown, used up or too old, or for another terminal; this address has sent too many of"
                        + " them: compare the code letter by letter before the next try");
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
