package org.yici.device;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.yici.base.WhoActs;

/**
 * Those who wait for a device's self-test, for drivers. Any thread asks; the device's own thread answers: with what came of a test when
 * the device can be talked with, with its fault when it cannot. No future fails, and none is left unanswered once the device was closed,
 * if its thread calls {@link #fail} as the last thing that it does.
 */
public final class SelfTests {
    private static final DeviceFault CLOSED = new DeviceFault("closed", WhoActs.RESET, "");

    private final Queue<CompletableFuture<SelfTestResult>> waiting = new ConcurrentLinkedQueue<>();
    private final DeviceThread thread;

    /** {@code thread} is the device's. */
    public SelfTests(DeviceThread thread) {
        this.thread = thread;
    }

    /** A device that tries itself out. */
    @FunctionalInterface
    public interface Run<E extends Exception> {
        /** What came of it; throws if the device cannot be talked with. */
        SelfTestResult test() throws E;
    }

    /** Waits for a test and wakes the device's thread; refuses the call if the device was closed. Any thread. */
    public CompletableFuture<SelfTestResult> ask() {
        thread.requireRunning();
        CompletableFuture<SelfTestResult> test = new CompletableFuture<>();
        waiting.add(test);
        thread.wake();
        if (!thread.running()) {
            // Closed meanwhile: its thread may have looked for the last time.
            complete(CLOSED);
        }
        return test;
    }

    /** Tests once for each who waits. One whose test throws goes on waiting, and so do those after it. On the device's thread. */
    public <E extends Exception> void answer(Run<E> run) throws E {
        for (CompletableFuture<SelfTestResult> test = waiting.peek(); test != null; test = waiting.peek()) {
            test.complete(run.test());
            waiting.remove(test);
        }
    }

    /**
     * While the device cannot be talked with, its first fault is what a self-test finds; as long as {@code now} tells none, those who wait
     * go on waiting. Once the device was closed, all of them are told that. On the device's thread.
     */
    public void fail(DeviceStatus now) {
        if (thread.running()) {
            now.faults().stream().findFirst().ifPresent(this::complete);
        } else {
            complete(CLOSED);
        }
    }

    private void complete(DeviceFault fault) {
        for (CompletableFuture<SelfTestResult> test = waiting.poll(); test != null; test = waiting.poll()) {
            test.complete(SelfTestResult.failed("talking with the device", fault));
        }
    }
}
