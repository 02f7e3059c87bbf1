package org.yici.kiosk.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.yici.base.ManualTime;
import org.yici.base.Time;
import org.yici.kiosk.port.UiExecutor;

/** A loop in virtual time: nothing runs until a test lets time pass. Not thread-safe: one test, one thread. */
public final class VirtualUiExecutor implements UiExecutor {
    private final ManualTime time;
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(
            Comparator.comparingLong((Task task) -> task.due).thenComparingLong(task -> task.number));
    private long number;

    public VirtualUiExecutor(Instant start) {
        this.time = new ManualTime(start);
    }

    @Override
    public Time time() {
        return time;
    }

    @Override
    public void execute(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Task waiting = new Task(time.nanos() + Math.max(0, delay.toNanos()), number++, task);
        tasks.add(waiting);
        return () -> tasks.remove(waiting);
    }

    /** Runs what is due now, and what that makes due. */
    public void run() {
        advance(Duration.ZERO);
    }

    /** Lets time pass, and runs everything in its order on the way. */
    public void advance(Duration step) {
        long end = time.nanos() + step.toNanos();
        for (Task next = tasks.peek(); next != null && next.due <= end; next = tasks.peek()) {
            tasks.remove();
            time.advance(Duration.ofNanos(Math.max(0, next.due - time.nanos())));
            next.work.run();
        }
        time.advance(Duration.ofNanos(end - time.nanos()));
    }

    private static final class Task {
        private final long due;
        private final long number;
        private final Runnable work;

        Task(long due, long number, Runnable work) {
            this.due = due;
            this.number = number;
            this.work = work;
        }
    }
}
