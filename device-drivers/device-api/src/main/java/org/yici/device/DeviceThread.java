package org.yici.device;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one thread of a device, for drivers. The driver's own work is the body given to {@link #start}; whatever is handed to
 * {@link #execute} (listeners' notifications) runs on the same thread each time the body pauses, in order. A notification that throws
 * anything, errors of the virtual machine included, is dropped with the class of what it threw; the device goes on.
 */
public final class DeviceThread implements Executor {
    private static final System.Logger LOG = System.getLogger(DeviceThread.class.getName());
    private static final Runnable WAKE = () -> {};

    private final LinkedBlockingQueue<Runnable> notices = new LinkedBlockingQueue<>();
    private final String name;
    private volatile boolean ended;
    private volatile Thread thread = new Thread();

    public DeviceThread(DeviceId device) {
        this.name = "device-" + device;
    }

    /** Begins; call once. The body returns soon after {@link #running} became false. */
    public synchronized void start(Runnable body) {
        thread = new Thread(() -> run(body), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Runnable body) {
        try {
            body.run();
        } finally {
            // Whatever ended it: nothing is served any more, so that calls are refused rather than queued for ever.
            ended = true;
            runNotices();
        }
    }

    /** Whether the body shall go on. */
    public boolean running() {
        return !ended;
    }

    /** Refuses the call if the device was closed. */
    public void requireRunning() {
        if (ended) {
            throw new IllegalStateException(name + " was closed");
        }
    }

    /** Runs {@code notice} on the device's thread; any thread. */
    @Override
    public void execute(Runnable notice) {
        notices.add(notice);
    }

    /** Ends a pause early; any thread. */
    public void wake() {
        notices.add(WAKE);
    }

    /** For the body: runs notices until {@code longest} has passed, {@link #wake} is called or the thread shall end. */
    public void pause(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!ended) {
            Runnable notice = next(end - System.nanoTime());
            if (notice == WAKE) {
                return;
            }
            tell(notice);
        }
    }

    /** For the body: runs what is queued now and returns. */
    public void runNotices() {
        for (Runnable notice = notices.poll(); notice != null; notice = notices.poll()) {
            tell(notice);
        }
    }

    private Runnable next(long nanos) {
        try {
            Runnable notice = notices.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return notice == null ? WAKE : notice;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
            return WAKE;
        }
    }

    private void tell(Runnable notice) {
        try {
            notice.run();
        } catch (Throwable e) {
            // No message: it may quote what a citizen's card says.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: a listener threw {1}",
                    name,
                    e.getClass().getName());
        }
    }

    /**
     * Asks the thread to end and waits at most {@code longest} for it; returns whether it ended. Idempotent; on the device's own thread
     * it does not wait.
     */
    public boolean end(Duration longest) {
        ended = true;
        wake();
        if (Thread.currentThread() == thread) {
            return true;
        }
        try {
            thread.join(Math.max(1, longest.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
