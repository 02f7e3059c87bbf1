package org.yici.session;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yici.kiosk.port.UiExecutor;

/** Two signs of life a second, each made on the loop: while the loop stalls there is none. */
final class Heartbeat {
    private static final long EVERY_MS = 500;

    private final UiExecutor loop;
    private final Runnable sign;
    private final AtomicBoolean underWay = new AtomicBoolean();

    Heartbeat(UiExecutor loop, Runnable sign) {
        this.loop = loop;
        this.sign = sign;
    }

    void start() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::beat, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Signs do not pile up behind a loop that stalls. */
    private void beat() {
        if (underWay.compareAndSet(false, true)) {
            loop.execute(() -> {
                underWay.set(false);
                sign.run();
            });
        }
    }
}
