package org.yici.journey.session;

import java.util.List;
import org.yici.contract.message.DeviceReport;
import org.yici.journey.port.Devices;
import org.yici.journey.port.Keeper;

/** Tells the centre how the devices are and what they counted, whenever that is something new. */
final class DeviceTold {
    private final Keeper keeper;
    private List<DeviceReport> last = List.of();

    DeviceTold(Keeper keeper) {
        this.keeper = keeper;
    }

    void tell(Devices devices) {
        List<DeviceReport> now = devices.all().stream().map(DeviceWords::of).toList();
        if (!now.equals(last)) {
            last = now;
            keeper.status(now);
        }
    }
}
