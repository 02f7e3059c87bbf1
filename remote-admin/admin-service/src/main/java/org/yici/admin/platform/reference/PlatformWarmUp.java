package org.yici.admin.platform.reference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.yici.admin.platform.Platform;

/** Warms the first certificate up behind the start of the service. Until then it takes seconds, on a busy machine more than a deadline. */
public final class PlatformWarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformWarmUp.class);

    private final Platform platform;
    private volatile boolean done;

    PlatformWarmUp(Platform platform) {
        this.platform = platform;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (platform instanceof ReferencePlatform reference) {
            Thread thread = new Thread(() -> run(reference), "certificate-warm-up");
            thread.setDaemon(true);
            thread.start();
        } else {
            done = true;
        }
    }

    private void run(ReferencePlatform reference) {
        long start = System.nanoTime();
        reference.warmUp();
        LOG.info("First certificate laid out and sealed in {} ms", (System.nanoTime() - start) / 1_000_000);
        done = true;
    }

    /** Whether certificates are made at their usual speed. */
    public boolean isDone() {
        return done;
    }
}
