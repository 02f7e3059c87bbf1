package org.yici.proof.chip;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.yici.base.Time;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.PcscLibrary;
import org.yici.device.ChipCardReader;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;

/** The slot of this program's tests, and the shipping driver at it. */
public final class ChipSlot {
    private ChipSlot() {}

    /** With the reader plugged in and the service running. */
    public static ChipFarEnd open() throws IOException {
        ChipFarEnd farEnd = PcscLibrary.farEnd();
        farEnd.plug();
        farEnd.startService();
        return farEnd;
    }

    /** The shipping driver at that slot. */
    public static ChipCardReader driver(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("reader", ChipFarEnd.READER);
        DeviceConfig config =
                new DeviceConfig(new DeviceId("chip-card-reader"), DeviceKind.CHIP_CARD_READER, "pcsc", all);
        return (ChipCardReader) DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
    }
}
