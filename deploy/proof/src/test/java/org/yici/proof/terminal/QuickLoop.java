package org.yici.proof.terminal;

import java.awt.EventQueue;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.yici.base.Time;
import org.yici.kiosk.port.UiExecutor;

/**
 * A session's one logical thread, on which time passes faster. It is Swing's own thread, which all sessions of a test program share: views
 * are made for no other.
 */
public final class QuickLoop implements UiExecutor, AutoCloseable {
    private static final int FASTER = 5;

    private final ScheduledThreadPoolExecutor timers =
            new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());
    private final Time time = new QuickTime(FASTER);
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private volatile boolean closed;

    QuickLoop() {
        timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Time time() {
        return time;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Future<?> future = timers.schedule(() -> execute(task), delay.toNanos() / FASTER, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void execute(Runnable task) {
        EventQueue.invokeLater(() -> run(task));
    }

    private void run(Runnable task) {
        if (closed) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            fault.compareAndSet(null, e);
        }
    }

    /** Throws the first fault of a task, if there was one: the session does not go on after it. */
    void assertSound() {
        Throwable first = fault.get();
        if (first != null) {
            throw new IllegalStateException("a task of the session's loop failed", first);
        }
    }

    /** What {@code work} gives on the loop. */
    <T> T on(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeLater(task);
        try {
            return task.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing runs any more, as after a kill. */
    @Override
    public void close() {
        closed = true;
        timers.shutdownNow();
    }
}
