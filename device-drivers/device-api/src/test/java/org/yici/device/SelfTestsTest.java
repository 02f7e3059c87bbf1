package org.yici.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yici.base.WhoActs;

class SelfTestsTest {
    private static final DeviceId ID = new DeviceId("a-device");

    private final DeviceThread thread = new DeviceThread(ID);
    private final SelfTests tests = new SelfTests(thread);

    private static SelfTestResult seen(String words) {
        return new SelfTestResult(List.of(new SelfTestResult.Step("looking", true, words)));
    }

    private static DeviceStatus status(DeviceFault... faults) {
        return new DeviceStatus.OfBarcodeReader(ID, DeviceState.OFFLINE, false, List.of(faults));
    }

    private static DeviceFault fault(String name) {
        return new DeviceFault(name, WhoActs.RESET, "");
    }

    private static void assertFailed(CompletableFuture<SelfTestResult> test, String seen) {
        assertThat(test).isCompleted();
        assertThat(test.join().passed()).isFalse();
        assertThat(test.join().steps()).extracting(SelfTestResult.Step::seen).containsExactly(seen);
    }

    @Test
    void testsOnceForEachWhoWaitsInTheOrderOfAsking() {
        CompletableFuture<SelfTestResult> first = tests.ask();
        CompletableFuture<SelfTestResult> second = tests.ask();
        List<String> runs = new ArrayList<>();
        tests.answer(() -> {
            runs.add("run");
            return seen("run " + runs.size());
        });
        assertThat(first).isCompletedWithValue(seen("run 1"));
        assertThat(second).isCompletedWithValue(seen("run 2"));
        tests.answer(() -> seen("nobody asked"));
        assertThat(runs).hasSize(2);
    }

    @Test
    void testsNothingWhenNobodyAsked() {
        tests.answer(() -> {
            throw new IllegalStateException("tested");
        });
    }

    @Test
    void letsWaitWhoseTestThrowsUntilTheFaultIsKnown() {
        CompletableFuture<SelfTestResult> test = tests.ask();
        CompletableFuture<SelfTestResult> next = tests.ask();
        assertThatThrownBy(() -> tests.answer(() -> {
                    throw new IOException("lost");
                }))
                .isInstanceOf(IOException.class);
        tests.fail(status());
        assertThat(test).isNotDone();
        tests.fail(status(fault("port-gone"), fault("another")));
        assertFailed(test, "port-gone");
        assertFailed(next, "port-gone");
    }

    @Test
    void wakesTheDevice() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        thread.start(() -> {
            thread.pause(Duration.ofMinutes(1));
            woken.countDown();
        });
        tests.ask();
        assertThat(woken.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tellsThoseWhoWaitThatTheDeviceWasClosed() {
        CompletableFuture<SelfTestResult> test = tests.ask();
        thread.end(Duration.ofSeconds(1));
        tests.fail(status(fault("port-gone")));
        assertFailed(test, "closed");
        assertThatThrownBy(tests::ask).isInstanceOf(IllegalStateException.class);
    }
}
