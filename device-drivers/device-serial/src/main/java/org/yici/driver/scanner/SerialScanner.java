package org.yici.driver.scanner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.yici.base.Personal;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.BarcodeReader;
import org.yici.device.CodeEvent;
import org.yici.device.Counter;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.EventStream;
import org.yici.device.ScannedCode;
import org.yici.device.Subscription;
import org.yici.driver.serial.SerialDevice;
import org.yici.driver.serial.SerialDeviceFault;
import org.yici.driver.serial.SerialLink;
import org.yici.driver.serial.SerialLinkException;
import org.yici.driver.serial.SerialOpener;

/** Lets the scanner look for codes while somebody wants one, and tells what it saw. */
final class SerialScanner extends SerialDevice implements BarcodeReader {
    /** A code that stays before the scanner is seen again and again; it is told again once it was away for so long. */
    private static final Duration AWAY = Duration.ofMillis(1500);

    private final ScannerConfig config;
    private final Time time;
    private final EventStream<CodeEvent> events;
    private final AtomicInteger wanted = new AtomicInteger();
    private boolean everAnswered;
    private Optional<ScannedCode> last = Optional.empty();
    private long lastAt;

    SerialScanner(DeviceId id, ScannerConfig config, SerialOpener port, Time time) {
        super(new DeviceStatus.OfBarcodeReader(id, DeviceState.STARTING, false, List.of()), port, time);
        this.config = config;
        this.time = time;
        this.events = new EventStream<>(thread);
    }

    @Override
    protected int rate() {
        return config.baud();
    }

    @Override
    protected DeviceStatus status(DeviceState state, List<DeviceFault> faults) {
        return new DeviceStatus.OfBarcodeReader(id(), state, false, faults);
    }

    @Override
    protected Optional<Duration> troubled(SerialDeviceFault trouble) {
        boolean silent = trouble.state() == DeviceState.NO_DEVICE;
        show(silent && everAnswered ? DeviceState.HARDWARE_ERROR : trouble.state(), trouble.fault());
        return Optional.empty();
    }

    @Override
    protected Duration talk(SerialLink link) throws SerialLinkException, SerialDeviceFault {
        ScannerLine line = new ScannerLine(link, config.dialect(), time);
        switch (line.greet(thread)) {
            case SILENCE -> throw fault(DeviceState.NO_DEVICE, "no-answer");
            case REFUSED -> throw fault(DeviceState.HARDWARE_ERROR, "command-refused");
            case WELL -> {}
        }
        everAnswered = true;
        healthy();
        report(online(line));
        while (thread.running()) {
            boolean scanning = line.isScanning();
            boolean refused = line.isRefused();
            line.scan(wanted.get() > 0);
            if (line.isScanning() != scanning) {
                last = Optional.empty();
            }
            for (Heard heard : line.listen()) {
                tell(heard, line);
            }
            if (line.isScanning() != scanning || line.isRefused() != refused) {
                report(online(line));
            }
            runTests(() -> line.selfTest(thread));
            thread.runNotices();
        }
        line.scan(false);
        return Duration.ZERO;
    }

    private SerialDeviceFault fault(DeviceState state, String name) {
        return new SerialDeviceFault(
                state, name, WhoActs.MAINTENANCE, config.protocol().word());
    }

    private DeviceStatus online(ScannerLine line) {
        List<DeviceFault> faults = line.isRefused()
                ? List.of(new DeviceFault(
                        "command-refused",
                        WhoActs.MAINTENANCE,
                        config.protocol().word()))
                : List.of();
        return new DeviceStatus.OfBarcodeReader(id(), DeviceState.ONLINE, line.isScanning(), faults);
    }

    private void tell(Heard heard, ScannerLine line) {
        if (!line.isScanning()) {
            return;
        }
        if (heard instanceof Heard.Code code) {
            tellOnce(new ScannedCode(code.bytes()));
        } else if (heard instanceof Heard.TooLong) {
            refuse(CodeEvent.Reason.TOO_LONG);
        } else if (heard instanceof Heard.Damaged) {
            refuse(CodeEvent.Reason.DAMAGED);
        }
    }

    private void tellOnce(ScannedCode code) {
        boolean stays = last.equals(Optional.of(code)) && time.since(lastAt).compareTo(AWAY) < 0;
        last = Optional.of(code);
        lastAt = time.nanos();
        if (!stays) {
            tally.add(Counter.READS);
            events.tell(new CodeEvent.CodeRead(Personal.of(code)));
        }
    }

    private void refuse(CodeEvent.Reason reason) {
        tally.add(Counter.FAILURES);
        events.tell(new CodeEvent.CodeRefused(reason));
    }

    @Override
    public Subscription read(Consumer<? super CodeEvent> listener) {
        thread.requireRunning();
        Subscription told = events.subscribe(listener);
        wanted.incrementAndGet();
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            told.close();
            if (closed.compareAndSet(false, true)) {
                wanted.decrementAndGet();
            }
        };
    }
}
