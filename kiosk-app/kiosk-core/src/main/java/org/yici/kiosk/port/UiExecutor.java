package org.yici.kiosk.port;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.yici.base.Time;

/**
 * The one logical thread of a session's flows: the event dispatch thread in the product, virtual time in tests. {@link #execute} and
 * {@link #after} may be called from any thread; tasks run one after the other.
 */
public interface UiExecutor extends Executor {
    /** The clocks that belong to this loop. */
    Time time();

    /** Runs {@code task} on the loop once {@code delay} has passed, unless it is cancelled before. */
    Timer after(Duration delay, Runnable task);

    /** A task that waits for its time. */
    @FunctionalInterface
    interface Timer {
        /** The task will not begin; on the loop only. Idempotent. */
        void cancel();
    }
}
