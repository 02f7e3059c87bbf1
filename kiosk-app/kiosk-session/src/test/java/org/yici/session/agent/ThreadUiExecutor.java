package org.yici.session.agent;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.yici.base.Time;
import org.yici.kiosk.port.UiExecutor;

/** A loop on a thread of its own, in real time. */
final class ThreadUiExecutor implements UiExecutor, AutoCloseable {
    /** What comes after the end of a test goes nowhere. */
    private final ScheduledExecutorService thread =
            new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());

    @Override
    public Time time() {
        return Time.system();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Future<?> future = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
