package org.yici.driver.chip;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.yici.device.DeviceFault;
import org.yici.device.SelfTestResult;

/** Those who wait for a self-test; thread-safe. */
final class SelfTests {
    private final Queue<CompletableFuture<SelfTestResult>> waiting = new ConcurrentLinkedQueue<>();

    CompletableFuture<SelfTestResult> add() {
        CompletableFuture<SelfTestResult> test = new CompletableFuture<>();
        waiting.add(test);
        return test;
    }

    void answer(SelfTestResult result) {
        for (CompletableFuture<SelfTestResult> test = waiting.poll(); test != null; test = waiting.poll()) {
            test.complete(result);
        }
    }

    void fail(DeviceFault fault) {
        answer(SelfTestResult.failed("talking with the reader", fault));
    }
}
