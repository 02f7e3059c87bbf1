package org.yici.driver.chip;

import java.util.List;
import org.yici.base.Time;
import org.yici.device.Candidate;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;

/**
 * Driver {@code pcsc}: a reader of chip cards behind the system's PC/SC service. Settings: {@code reader} (the first), {@code deadline-s}
 * (10), {@code countries}. See {@code docs/chip-cards.md}.
 */
public final class PcscDriver implements DriverProvider {
    static final String NAME = "pcsc";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CHIP_CARD_READER;
    }

    @Override
    public List<Candidate> candidates() {
        return PcscReaders.of(PcscService.SYSTEM);
    }

    @Override
    public void check(DeviceConfig config) {
        PcscConfig.of(config);
    }

    @Override
    public Device start(DeviceConfig config, Time time) {
        PcscReader reader = new PcscReader(config.id(), PcscConfig.of(config), PcscService.SYSTEM, time);
        reader.start();
        return reader;
    }
}
