package org.yici.driver.sdt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.Counter;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.EventStream;
import org.yici.device.IdentityReader;
import org.yici.device.MediaStatus;
import org.yici.device.PhotoDecoder;
import org.yici.device.ReaderEvent;
import org.yici.device.Subscription;
import org.yici.driver.serial.SerialDevice;
import org.yici.driver.serial.SerialDeviceFault;
import org.yici.driver.serial.SerialLink;
import org.yici.driver.serial.SerialLinkException;
import org.yici.driver.serial.SerialOpener;

/** Finds the reader's rate, looks for cards, and tells what it reads. */
final class SdtReader extends SerialDevice implements IdentityReader {
    /** A reader that changes its rate is given a moment. */
    private static final Duration SETTLING = Duration.ofMillis(100);

    private final SdtConfig config;
    private final PhotoDecoder photos;
    private final BaudSearch rates;
    private final Time time;
    private final EventStream<ReaderEvent> events;
    private boolean everAnswered;

    SdtReader(DeviceId id, SdtConfig config, SerialOpener port, PhotoDecoder photos, Time time) {
        super(status(id, DeviceState.STARTING, "", List.of()), port, time);
        this.config = config;
        this.photos = photos;
        this.rates = new BaudSearch(config.baud());
        this.time = time;
        this.events = new EventStream<>(thread);
    }

    @Override
    protected int rate() {
        return rates.rate();
    }

    @Override
    protected Duration talk(SerialLink link) throws SerialLinkException, SerialDeviceFault {
        int baud = rates.rate();
        SdtLine line = new SdtLine(link, baud, time, thread);
        if (!rates.searching() || !isChanged(line)) {
            converse(line, baud);
        }
        return SETTLING;
    }

    /** One that never answered may not be there at all; while other rates are left, the next is tried at once. */
    @Override
    protected Optional<Duration> troubled(SerialDeviceFault trouble) {
        boolean silent = trouble.state() == DeviceState.NO_DEVICE;
        show(silent && everAnswered ? DeviceState.HARDWARE_ERROR : trouble.state(), trouble.fault());
        return silent && !rates.silent() ? Optional.of(Duration.ZERO) : Optional.empty();
    }

    /** Makes a reader that answers at another rate speak the configured one; false if it stays at its own. */
    private boolean isChanged(SdtLine line) throws SerialLinkException, SerialDeviceFault {
        if (!line.isUnderstood()) {
            throw new SerialDeviceFault(
                    DeviceState.NO_DEVICE, "no-answer", WhoActs.MAINTENANCE, SdtCommand.SAM_STATUS.words());
        }
        Optional<SdtCommand> change = rates.change();
        boolean agreed = change.isPresent()
                && line.ask(change.get()) instanceof SdtReply.Answered answered
                && change.get().succeededBy(answered.answer());
        if (agreed) {
            rates.changed();
        }
        return agreed;
    }

    private void converse(SdtLine line, int baud) throws SerialLinkException, SerialDeviceFault {
        SdtConversation conversation =
                new SdtConversation(line, new CardReading(line, config, photos), time, this::tell);
        String safeModule = conversation.begin();
        everAnswered = true;
        rates.settle();
        healthy();
        List<DeviceFault> faults = baud == config.baud()
                ? List.of()
                : List.of(new DeviceFault("baud-differs", WhoActs.MAINTENANCE, baud + " baud"));
        report(status(id(), DeviceState.ONLINE, safeModule, faults));
        while (thread.running()) {
            thread.pause(config.poll());
            runTests(conversation::selfTest);
            conversation.poll();
        }
    }

    private void tell(ReaderEvent event) {
        tally.add(event instanceof ReaderEvent.CardRead ? Counter.READS : Counter.FAILURES);
        events.tell(event);
        thread.runNotices();
    }

    @Override
    protected DeviceStatus status(DeviceState state, List<DeviceFault> faults) {
        return status(id(), state, "", faults);
    }

    private static DeviceStatus status(DeviceId id, DeviceState state, String safeModule, List<DeviceFault> faults) {
        return new DeviceStatus.OfIdentityReader(id, state, MediaStatus.UNKNOWN, safeModule, faults);
    }

    @Override
    public Subscription onEvent(Consumer<? super ReaderEvent> listener) {
        thread.requireRunning();
        return events.subscribe(listener);
    }
}
