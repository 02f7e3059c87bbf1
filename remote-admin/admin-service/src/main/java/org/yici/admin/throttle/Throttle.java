package org.yici.admin.throttle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.yici.base.Time;

/** Lets a number of failures pass in a span of time and then asks for patience. Thread-safe. */
public final class Throttle {
    private final Time time;
    private final int most;
    private final Duration span;
    private final Deque<Long> failures = new ArrayDeque<>();

    public Throttle(Time time, int most, Duration span) {
        this.time = time;
        this.most = most;
        this.span = span;
    }

    /** Whether another try may be made now. */
    public synchronized boolean isOpen() {
        while (!failures.isEmpty() && time.since(failures.peekFirst()).compareTo(span) >= 0) {
            failures.removeFirst();
        }
        return failures.size() < most;
    }

    public synchronized void failed() {
        failures.addLast(time.nanos());
        if (failures.size() > most) {
            failures.removeFirst();
        }
    }
}
