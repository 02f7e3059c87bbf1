package org.yici.device.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yici.device.Device;
import org.yici.device.DeviceState;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTesting;
import org.yici.device.Subscription;

/** The contract of every {@link Device}, and what the contracts of its kinds need: hardware with a plug, and drivers that end with the test. */
public abstract class DeviceContract<D extends Device> {
    /** Longer than any driver needs to notice and mend a loss. */
    protected static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<D> started = new CopyOnWriteArrayList<>();

    /** Makes a device that can be reached, works, and has nothing to do. */
    protected abstract void setUpHardware() throws Exception;

    protected abstract void tearDownHardware() throws Exception;

    /** Starts a driver for that device. */
    protected abstract D startDriver();

    protected abstract void unplug() throws Exception;

    protected abstract void plugIn() throws Exception;

    /** Calls that only this kind of device knows. */
    protected abstract List<ThrowingCallable> callsOf(D device);

    /** Called with each driver that was started. */
    protected void listenTo(D device) {}

    @BeforeEach
    final void prepare() throws Exception {
        setUpHardware();
    }

    @AfterEach
    final void cleanUp() throws Exception {
        for (D device : started) {
            device.close();
        }
        tearDownHardware();
    }

    /** A driver that may not have found its device yet. */
    protected final D start() {
        D device = startDriver();
        started.add(device);
        listenTo(device);
        return device;
    }

    /** A driver that has found its device. */
    protected final D online() {
        D device = start();
        awaitState(device, DeviceState.ONLINE);
        return device;
    }

    protected static void awaitState(Device device, DeviceState state) {
        await().atMost(PATIENCE).until(() -> device.status().state() == state);
    }

    @Test
    void tellsTheStatusAtOnceAndThenEachChange() throws Exception {
        D device = online();
        List<DeviceState> heard = new CopyOnWriteArrayList<>();
        Subscription subscription = device.subscribe(status -> heard.add(status.state()));
        await().atMost(PATIENCE).until(() -> heard.contains(DeviceState.ONLINE));
        unplug();
        await().atMost(PATIENCE).until(() -> heard.contains(DeviceState.OFFLINE));
        subscription.close();
        plugIn();
        awaitState(device, DeviceState.ONLINE);
        assertThat(heard.stream().distinct()).containsExactly(DeviceState.ONLINE, DeviceState.OFFLINE);
        assertThat(heard).last().isEqualTo(DeviceState.OFFLINE);
    }

    @Test
    void startsWithoutItsHardwareAndFindsItLater() throws Exception {
        unplug();
        D device = start();
        awaitState(device, DeviceState.OFFLINE);
        assertThat(device.status().faults()).isNotEmpty();
        plugIn();
        awaitState(device, DeviceState.ONLINE);
        assertThat(device.status().faults()).isEmpty();
    }

    @Test
    void namesInASelfTestWhatIsWrong() throws Exception {
        D device = online();
        unplug();
        awaitState(device, DeviceState.OFFLINE);
        SelfTestResult gone = ((SelfTesting) device).selfTest().get(60, TimeUnit.SECONDS);
        assertThat(gone.passed()).isFalse();
        assertThat(gone.steps().get(0).seen())
                .contains(device.status().faults().get(0).name());
    }

    @Test
    void refusesEveryUseAfterCloseButItsStatus() {
        D device = online();
        device.close();
        device.close();
        assertRefused(() -> device.subscribe(status -> {}));
        assertRefused(((SelfTesting) device)::selfTest);
        assertThat(callsOf(device)).isNotEmpty().allSatisfy(DeviceContract::assertRefused);
        assertThat(device.status().id()).isEqualTo(device.id());
        assertThat(device.counts()).isEmpty();
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
    }
}
