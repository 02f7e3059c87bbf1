package org.yici.agent.work;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.Time;

/**
 * One call that blocks, made by a worker for the agent's loop. Whatever becomes of it, exactly one of {@link Result}'s methods runs on the
 * loop: also when the call throws an {@link Error}, when no thread can be had for it, or when it does not come back within its limit.
 * {@link #tick} looks for the last; the worker is interrupted then.
 */
public final class WorkerCall<T> {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerCall.class);

    private final Callable<T> call;
    private final Duration limit;
    private final Time time;
    private final Executor loop;
    private final Result<T> result;
    private final long begunNanos;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private volatile @Nullable Thread worker;
    private boolean over;

    private enum State {
        OPEN,
        ANSWERED,
        GIVEN_UP
    }

    /** What became of a call. {@link #done} and {@link #failed} run on the loop, one of them once. */
    public interface Result<T> {
        void done(T value);

        void failed(Throwable failure);

        /** The value came after the call was given up; runs on the worker. */
        default void late(T value) {}
    }

    private WorkerCall(Callable<T> call, Duration limit, Time time, Executor loop, Result<T> result) {
        this.call = call;
        this.limit = limit;
        this.time = time;
        this.loop = loop;
        this.result = result;
        this.begunNanos = time.nanos();
    }

    /** Begins on {@code worker}. */
    public static <T> WorkerCall<T> begin(
            Callable<T> call, Duration limit, Time time, Executor loop, Executor worker, Result<T> result) {
        WorkerCall<T> begun = new WorkerCall<>(call, limit, time, loop, result);
        try {
            worker.execute(begun::run);
        } catch (RuntimeException | Error e) {
            LOG.error("No worker can be had", e);
            begun.failed(e);
        }
        return begun;
    }

    /** Whether its result has been told; on the loop. */
    public boolean isOver() {
        return over;
    }

    /** Gives the call up if it took longer than its limit; on the loop. */
    public void tick() {
        if (time.since(begunNanos).compareTo(limit) >= 0 && state.compareAndSet(State.OPEN, State.GIVEN_UP)) {
            Thread hanging = worker;
            if (hanging != null) {
                hanging.interrupt();
            }
            over = true;
            result.failed(new TimeoutException("nothing came of it within " + limit.toSeconds() + " s"));
        }
    }

    private void run() {
        worker = Thread.currentThread();
        try {
            T value = call.call();
            if (state.compareAndSet(State.OPEN, State.ANSWERED)) {
                loop.execute(() -> {
                    over = true;
                    result.done(value);
                });
            } else {
                result.late(value);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(e);
        } catch (Exception e) {
            failed(e);
        } catch (Error e) {
            LOG.error("A worker was ended by an error", e);
            failed(e);
        } finally {
            worker = null;
        }
    }

    private void failed(Throwable failure) {
        if (state.compareAndSet(State.OPEN, State.ANSWERED)) {
            loop.execute(() -> {
                over = true;
                result.failed(failure);
            });
        }
    }
}
