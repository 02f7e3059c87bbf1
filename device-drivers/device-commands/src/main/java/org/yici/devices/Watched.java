package org.yici.devices;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Device device;
    private final CountDownLatch known = new CountDownLatch(1);

    Watched(DeviceConfig config, Lines lines) {
        device = DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
        device.subscribe(status -> {
            lines.tell("status", fields(status));
            if (status.state() != DeviceState.STARTING) {
                known.countDown();
            }
        });
    }

    private static Object[] fields(DeviceStatus status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("device", status.id().value());
        fields.put("state", Lines.word(status.state()));
        if (status instanceof DeviceStatus.OfIdentityReader reader) {
            fields.put("safeModule", reader.safeModule());
        } else if (status instanceof DeviceStatus.OfDocumentPrinter printer) {
            fields.put("paper", Lines.word(printer.paper()));
            fields.put("toner", Lines.word(printer.toner()));
        }
        fields.put("faults", status.faults().stream().map(Watched::fault).toList());
        return fields.entrySet().stream()
                .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                .toArray();
    }

    static Map<String, String> fault(DeviceFault fault) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", fault.name());
        fields.put("whoActs", Lines.word(fault.whoActs()));
        fields.put("nativeCode", fault.nativeCode());
        return fields;
    }

    Device device() {
        return device;
    }

    /** Waits until it is known how the device is, or for so long; then tells whether it can be used. */
    boolean isUsable(Duration longest) throws InterruptedException {
        known.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        return device.status().state().usable();
    }

    @Override
    public void close() {
        device.close();
    }
}
