package org.yici.admin.certificate;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.yici.admin.platform.PlatformException;
import org.yici.admin.terminal.RequestRefused;
import org.yici.contract.https.ProblemCode;

/**
 * Runs what citizens ask for on a few threads of its own, so that a crowd or a slow platform takes no more than so many connections to
 * the database, and no thread from messages and pages. Whoever waits is answered in a bounded time. Thread-safe.
 */
final class CertificateBulkhead implements AutoCloseable {
    private final ThreadPoolExecutor executor;
    private final Limits limits;

    /**
     * @param threads requests that are worked on at once
     * @param waiting requests that wait for their turn; one more is told that it is busy
     * @param turn how long a request waits for its turn
     * @param deadline how long it is worked on before its thread is interrupted
     */
    record Limits(int threads, int waiting, Duration turn, Duration deadline) {
        /**
         * Four of the database's twelve connections, half of the port's 200 threads. A terminal waits 15 s for an answer (docs/session.md),
         * so the service gives up after 13.
         */
        static final Limits DEFAULT = new Limits(4, 100, Duration.ofSeconds(5), Duration.ofSeconds(8));
    }

    /** What is to be done. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws PlatformException;
    }

    CertificateBulkhead(Limits limits) {
        this.limits = limits;
        AtomicInteger number = new AtomicInteger();
        this.executor = new ThreadPoolExecutor(
                limits.threads(),
                limits.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waiting()),
                work -> {
                    Thread thread = new Thread(work, "certificate-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * The work's result.
     *
     * @throws PlatformException if the work threw it, or did not end in time and was interrupted: what it did is not known then
     * @throws RequestRefused with {@link ProblemCode#PLATFORM_BUSY} if its turn did not come: it did not begin
     */
    <T> T call(Work<T> work) throws PlatformException {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<T> task = new FutureTask<>(() -> {
            begun.countDown();
            return work.run();
        });
        try {
            executor.execute(task);
            if (!begun.await(limits.turn().toNanos(), TimeUnit.NANOSECONDS) && executor.remove(task)) {
                throw busy();
            }
            return task.get(limits.deadline().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw busy();
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new PlatformException("no answer within " + limits.deadline().toSeconds() + " s", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new PlatformException("the service ends", e);
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return executor.getQueue().size();
    }

    private static RequestRefused busy() {
        return new RequestRefused(ProblemCode.PLATFORM_BUSY, "too many requests at once; try again in a few seconds");
    }

    private static PlatformException failure(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof PlatformException failure) {
            return failure;
        }
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        return new PlatformException("the request failed", cause == null ? e : cause);
    }

    /** Interrupts what is being worked on; what waits gets no turn. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
