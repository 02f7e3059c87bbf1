package org.yici.device;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What devices of every kind tell alike: who they are, how they are, and each change of that. For drivers; thread-safe. */
public abstract class ReportingDevice implements Device {
    private final DeviceId id;
    private final StatusStream<DeviceStatus> status;

    /** Listeners are called on {@code executor}. */
    protected ReportingDevice(DeviceStatus first, Executor executor) {
        this.id = first.id();
        this.status = new StatusStream<>(first, executor);
    }

    /** Sets the status; listeners hear of it if it is different. */
    protected final void report(DeviceStatus now) {
        status.set(now);
    }

    @Override
    public final DeviceId id() {
        return id;
    }

    @Override
    public final DeviceStatus status() {
        return status.latest();
    }

    @Override
    public Subscription subscribe(Consumer<? super DeviceStatus> listener) {
        return status.subscribe(listener);
    }
}
