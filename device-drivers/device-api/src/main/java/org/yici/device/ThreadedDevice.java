package org.yici.device;

import java.util.function.Consumer;

/** A device that lives on a {@link DeviceThread} of its own, tells its listeners there, and refuses new ones when it was closed. For drivers. */
public abstract class ThreadedDevice extends ReportingDevice {
    /** Not started yet. */
    protected final DeviceThread thread;

    protected ThreadedDevice(DeviceStatus first) {
        this(first, new DeviceThread(first.id()));
    }

    private ThreadedDevice(DeviceStatus first, DeviceThread thread) {
        super(first, thread);
        this.thread = thread;
    }

    @Override
    public final Subscription subscribe(Consumer<? super DeviceStatus> listener) {
        thread.requireRunning();
        return super.subscribe(listener);
    }
}
