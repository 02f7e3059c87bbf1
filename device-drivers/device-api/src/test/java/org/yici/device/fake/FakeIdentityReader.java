package org.yici.device.fake;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.yici.device.Counter;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.EventStream;
import org.yici.device.IdentityReader;
import org.yici.device.MediaStatus;
import org.yici.device.ReaderEvent;
import org.yici.device.ReportingDevice;
import org.yici.device.Subscription;

/** A reader that reads what a test gives it; listeners are called on the given executor. */
public final class FakeIdentityReader extends ReportingDevice implements IdentityReader {
    private static final DeviceId ID = new DeviceId("id-card-reader");

    private final EventStream<ReaderEvent> events;

    public FakeIdentityReader(Executor executor) {
        super(status(DeviceState.ONLINE, List.of()), executor);
        this.events = new EventStream<>(executor);
    }

    private static DeviceStatus status(DeviceState state, List<DeviceFault> faults) {
        return new DeviceStatus.OfIdentityReader(
                ID, state, MediaStatus.UNKNOWN, "05.03-20260101-000000001-000000002", faults);
    }

    /** Something happens at the reader. */
    public void tell(ReaderEvent event) {
        tally.add(event instanceof ReaderEvent.CardRead ? Counter.READS : Counter.FAILURES);
        events.tell(event);
    }

    /** The reader comes or goes. */
    public void set(DeviceState state, DeviceFault... faults) {
        report(status(state, List.of(faults)));
    }

    @Override
    public Subscription onEvent(Consumer<? super ReaderEvent> listener) {
        return events.subscribe(listener);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
