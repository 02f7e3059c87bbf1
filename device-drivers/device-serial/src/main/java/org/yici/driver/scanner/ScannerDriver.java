package org.yici.driver.scanner;

import org.yici.base.Time;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;
import org.yici.driver.serial.JSerialCommPort;

/**
 * Driver {@code scanner}: a code scanner on a serial line. Settings: {@code port} (needed), {@code protocol} ({@code newland},
 * {@code honeywell}, {@code zebra-ssi} or {@code plain}; default {@code plain}), {@code baud} (9600), {@code suffix} ({@code line-end}
 * or {@code none}). See {@code docs/devices.md}.
 */
public final class ScannerDriver implements DriverProvider {
    @Override
    public String name() {
        return "scanner";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.BARCODE_READER;
    }

    @Override
    public void check(DeviceConfig config) {
        ScannerConfig.of(config);
    }

    @Override
    public Device start(DeviceConfig config, Time time) {
        ScannerConfig settings = ScannerConfig.of(config);
        SerialScanner scanner = new SerialScanner(config.id(), settings, new JSerialCommPort(settings.port()), time);
        scanner.start();
        return scanner;
    }
}
