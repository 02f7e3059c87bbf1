package org.yici.device.contract;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yici.device.Device;
import org.yici.device.DeviceState;

/** What the contracts of all kinds of devices need: hardware with a plug, and drivers that end with the test. */
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
}
