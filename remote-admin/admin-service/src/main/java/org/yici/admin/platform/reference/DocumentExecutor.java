package org.yici.admin.platform.reference;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.yici.admin.platform.PlatformException;

/**
 * Makes at most so many documents at once, on threads of its own. Whoever waits may be interrupted and leaves; the making never is, for
 * an interrupt would close the files of the type faces for all that come after. Callers are few, so the queue is short.
 */
final class DocumentExecutor implements AutoCloseable {
    private final ExecutorService threads;

    DocumentExecutor(int atOnce) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(atOnce, work -> {
            Thread thread = new Thread(work, "document-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Waits for the result; what {@code making} throws unchecked is thrown on. */
    <T> T run(Callable<T> making) throws PlatformException {
        Future<T> made = threads.submit(making);
        try {
            return made.get();
        } catch (InterruptedException e) {
            made.cancel(false);
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted while a certificate was made", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new PlatformException("a certificate could not be made", e);
        }
    }

    /** What is being made is finished; nothing else begins. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
