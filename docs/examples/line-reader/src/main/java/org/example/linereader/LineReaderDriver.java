package org.example.linereader;

import java.net.InetSocketAddress;
import org.yici.base.Time;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;

/** What {@code ServiceLoader} finds. */
public final class LineReaderDriver implements DriverProvider {
    @Override
    public String name() {
        return "line-reader";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.IDENTITY_READER;
    }

    @Override
    public void check(DeviceConfig config) {
        address(config);
    }

    private static InetSocketAddress address(DeviceConfig config) {
        String[] parts = config.required("address").split(":", -1);
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("device " + config.id() + ": address must be host:port");
        }
        return new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
    }

    @Override
    public Device start(DeviceConfig config, Time time) {
        LineReader reader = new LineReader(config.id(), address(config), time);
        reader.start();
        return reader;
    }
}
