package org.yici.device;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What devices of every kind tell alike: who they are, how they are, and each change of that. For drivers; thread-safe. */
public abstract class ReportingDevice implements Device {
    private final DeviceId id;
    private final StatusStream<DeviceStatus> status;

    /** What happens at the device is counted here, before it is told. */
    protected final Tally tally = new Tally();

    /** Listeners are called on {@code executor}. */
    protected ReportingDevice(DeviceStatus first, Executor executor) {
        this.id = first.id();
        this.status = new StatusStream<>(first, executor);
    }

    /** Sets the status; listeners hear of it if it is different. A device that could be used and cannot any more was lost. */
    protected final void report(DeviceStatus now) {
        if (status.latest().state().usable() && !now.state().usable()) {
            tally.add(Counter.LOSSES);
        }
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
    public final Map<Counter, Long> counts() {
        return tally.counts();
    }

    @Override
    public Subscription subscribe(Consumer<? super DeviceStatus> listener) {
        return status.subscribe(listener);
    }
}
