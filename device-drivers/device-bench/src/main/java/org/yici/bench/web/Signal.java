package org.yici.bench.web;

import java.util.concurrent.Semaphore;

/** Says that something changed. Many calls before the next look count as one. Any thread, never blocks. */
public final class Signal implements Runnable {
    private final Semaphore permits = new Semaphore(0);

    @Override
    public void run() {
        permits.release();
    }

    /** Waits until something changed since the last return. */
    void await() throws InterruptedException {
        permits.acquire();
        permits.drainPermits();
    }
}
