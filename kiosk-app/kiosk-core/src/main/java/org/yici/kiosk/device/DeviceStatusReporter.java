package org.yici.kiosk.device;

import java.util.List;
import org.yici.contract.message.DeviceReport;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.Devices;

/** Tells the server how the devices are and what they counted, whenever that is something new. */
public final class DeviceStatusReporter {
    private final AgentClient agent;
    private List<DeviceReport> last = List.of();

    public DeviceStatusReporter(AgentClient agent) {
        this.agent = agent;
    }

    public void report(Devices devices) {
        List<DeviceReport> now =
                devices.all().stream().map(DeviceReportMapper::of).toList();
        if (!now.equals(last)) {
            last = now;
            agent.status(now);
        }
    }
}
