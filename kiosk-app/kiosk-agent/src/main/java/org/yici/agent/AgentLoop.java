package org.yici.agent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's one thread of state: store, desk, uplink and pass live on it. What throws there is a broken invariant: the program ends and
 * is started again by the keeper, with everything that was kept on disk.
 */
final class AgentLoop implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(AgentLoop.class);

    private final ScheduledThreadPoolExecutor executor;
    private final Consumer<Throwable> broken;

    /** @param broken told of what was thrown; on the loop */
    AgentLoop(Consumer<Throwable> broken) {
        this.broken = broken;
        this.executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "agent");
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void execute(Runnable work) {
        try {
            executor.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("The agent is stopping");
        }
    }

    /** Runs {@code work} again and again, {@code every} after its last end. */
    void repeat(Runnable work, Duration every) {
        executor.scheduleWithFixedDelay(guarded(work), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOG.error("The agent's loop is broken", e);
                broken.accept(e);
            }
        };
    }

    /** Runs {@code last} after what is waiting, then nothing more. Waits for it for at most {@code patience}. */
    void end(Runnable last, Duration patience) {
        execute(last);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The agent's loop did not end within {} ms", patience.toMillis());
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
