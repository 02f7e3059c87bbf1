package org.yici.devices;

import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.yici.base.Time;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.DriverProvider;

/** A device that was started for one command, whose status is told as it changes. */
final class Watched implements AutoCloseable {
    /** A reader that does not answer is given up after three questions. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    /** A service that is started by its first caller may need a moment before it knows its readers. */
    private static final Duration LONGEST_START = Duration.ofSeconds(2);

    private final Device device;
    private final CountDownLatch known = new CountDownLatch(1);
    private final CountDownLatch usable = new CountDownLatch(1);

    Watched(DeviceConfig config, Lines lines) {
        device = DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
        device.subscribe(status -> {
            lines.tell(line(status));
            if (status.state() != DeviceState.STARTING) {
                known.countDown();
            }
            if (status.state().usable()) {
                usable.countDown();
            }
        });
    }

    private static Line line(DeviceStatus status) {
        Line line = Line.of("status").with("device", status.id().value()).with("state", status.state());
        if (status instanceof DeviceStatus.OfIdentityReader reader) {
            line.with("safeModule", reader.safeModule());
        } else if (status instanceof DeviceStatus.OfDocumentPrinter printer) {
            line.with("paper", printer.paper()).with("toner", printer.toner());
        } else if (status instanceof DeviceStatus.OfBarcodeReader scanner) {
            line.with("scanning", scanner.scanning());
        } else if (status instanceof DeviceStatus.OfChipCardReader chip) {
            line.with("media", chip.media()).with("reader", chip.reader());
        }
        return line.with("faults", status.faults().stream().map(Watched::fault).toList());
    }

    static Map<String, Object> fault(DeviceFault fault) {
        return Line.empty()
                .with("name", fault.name())
                .with("whoActs", fault.whoActs())
                .with("nativeCode", fault.nativeCode())
                .fields();
    }

    Device device() {
        return device;
    }

    /** Waits until it is known how the device is, 8 s at most; then tells whether it can be used. */
    boolean isUsable() throws InterruptedException {
        known.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        return device.status().state().usable();
    }

    /** Waits until the device can be used, 2 s at most; then tells whether it can. */
    boolean becomesUsable() throws InterruptedException {
        usable.await(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
        return device.status().state().usable();
    }

    @Override
    public void close() {
        device.close();
    }
}
