package org.yici.endurance.wire;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A point at which one direction of one connection stands still: nothing behind it passes until somebody says what becomes of it.
 * Thread-safe.
 */
public final class Hold {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CompletableFuture<Boolean> passes = new CompletableFuture<>();

    /** Waits until the bytes have come to the point; false if they did not within {@code patience}. */
    public boolean awaitReached(Duration patience) throws InterruptedException {
        return reached.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean isReached() {
        return reached.getCount() == 0;
    }

    /** Lets everything behind the point pass. */
    public void pass() {
        passes.complete(true);
    }

    /** What is behind the point never arrives: the connection is over. */
    public void drop() {
        passes.complete(false);
    }

    /** For the thread that carries the bytes: tells that the point is reached and waits; false if the connection is over. */
    boolean stay() throws InterruptedException {
        reached.countDown();
        try {
            return passes.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
