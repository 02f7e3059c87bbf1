package org.yici.proof.terminal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yici.base.Time;
import org.yici.journey.port.Loop;

/** A session's one logical thread, on which time passes faster. */
public final class QuickLoop implements Loop, AutoCloseable {
    private static final int FASTER = 5;

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());
    private final Time time = new QuickTime(FASTER);

    QuickLoop() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Time time() {
        return time;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Future<?> future = thread.schedule(task, delay.toNanos() / FASTER, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /** What {@code work} gives on the loop. */
    <T> T on(Callable<T> work) {
        try {
            return thread.submit(work).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing runs any more, as after a kill. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
