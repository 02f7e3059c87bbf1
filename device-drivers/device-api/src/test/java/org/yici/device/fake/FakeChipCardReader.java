package org.yici.device.fake;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.yici.device.ChipCardReader;
import org.yici.device.ChipEvent;
import org.yici.device.Counter;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.EventStream;
import org.yici.device.MediaStatus;
import org.yici.device.ReportingDevice;
import org.yici.device.Subscription;

/** A chip-card reader that reads what a test gives it; listeners are called on the given executor. */
public final class FakeChipCardReader extends ReportingDevice implements ChipCardReader {
    private static final DeviceId ID = new DeviceId("chip-card-reader");

    private final EventStream<ChipEvent> events;

    public FakeChipCardReader(Executor executor) {
        super(status(DeviceState.ONLINE, List.of()), executor);
        this.events = new EventStream<>(executor);
    }

    private static DeviceStatus status(DeviceState state, List<DeviceFault> faults) {
        return new DeviceStatus.OfChipCardReader(ID, state, MediaStatus.NOT_PRESENT, "Fake Reader 00 00", faults);
    }

    /** Something happens at the reader. */
    public void tell(ChipEvent event) {
        if (!(event instanceof ChipEvent.CardRemoved)) {
            tally.add(event instanceof ChipEvent.CardRead ? Counter.READS : Counter.FAILURES);
        }
        events.tell(event);
    }

    /** The reader comes or goes. */
    public void set(DeviceState state, DeviceFault... faults) {
        report(status(state, List.of(faults)));
    }

    @Override
    public Subscription onEvent(Consumer<? super ChipEvent> listener) {
        return events.subscribe(listener);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
