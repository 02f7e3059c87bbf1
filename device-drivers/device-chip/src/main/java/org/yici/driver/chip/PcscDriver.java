package org.yici.driver.chip;

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

/**
 * Driver {@code pcsc}: a reader of chip cards behind the system's PC/SC service. Settings: {@code reader} (the first), {@code deadline-s}
 * (10), {@code countries}. See {@code docs/chip-cards.md}.
 */
public final class PcscDriver implements DriverProvider {
    @Override
    public String name() {
        return "pcsc";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CHIP_CARD_READER;
    }

    @Override
    public List<Candidate> candidates() {
        try (PcscConnection connection = PcscService.SYSTEM.open()) {
            return connection.readers().stream().map(this::candidate).toList();
        } catch (PcscTrouble e) {
            // Without the service nothing is seen.
            return List.of();
        }
    }

    private Candidate candidate(String reader) {
        DeviceConfig config =
                new DeviceConfig(new DeviceId("chip-card-reader"), kind(), name(), Map.of("reader", reader));
        return new Candidate(reader, Optional.of(config), Map.of("reader", reader));
    }

    @Override
    public Device start(DeviceConfig config, Time time) {
        PcscReader reader = new PcscReader(config.id(), PcscConfig.of(config), PcscService.SYSTEM, time);
        reader.start();
        return reader;
    }
}
