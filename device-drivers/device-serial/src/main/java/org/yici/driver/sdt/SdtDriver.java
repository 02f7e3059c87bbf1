package org.yici.driver.sdt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yici.base.Time;
import org.yici.device.Candidate;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;
import org.yici.device.PhotoDecoder;
import org.yici.driver.serial.JSerialCommPort;
import org.yici.driver.serial.SerialPorts;

/**
 * Driver {@code sdt}: a resident-ID-card reader with a SAM-V module on a serial line. Settings: {@code port} (needed), {@code baud}
 * (115200), {@code poll-ms} (300). See {@code docs/devices.md}.
 */
public final class SdtDriver implements DriverProvider {
    @Override
    public String name() {
        return "sdt";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.IDENTITY_READER;
    }

    @Override
    public List<Candidate> candidates() {
        return SerialPorts.all().stream().map(this::candidate).toList();
    }

    private Candidate candidate(SerialPorts.Port port) {
        DeviceConfig config =
                new DeviceConfig(new DeviceId("id-card-reader"), kind(), name(), Map.of("port", port.path()));
        return new Candidate(port.description(), Optional.of(config), port.facts());
    }

    @Override
    public void rehearse() {
        if (!(CardLayout.parse(NobodysCard.text()) instanceof CardText.Read)) {
            throw new IllegalStateException("the built-in card cannot be read");
        }
    }

    @Override
    public void check(DeviceConfig config) {
        SdtConfig.of(config);
    }

    @Override
    public Device start(DeviceConfig config, Time time) {
        SdtConfig settings = SdtConfig.of(config);
        SdtReader reader = new SdtReader(
                config.id(), settings, new JSerialCommPort(settings.port()), PhotoDecoder.installed(), time);
        reader.start();
        return reader;
    }
}
