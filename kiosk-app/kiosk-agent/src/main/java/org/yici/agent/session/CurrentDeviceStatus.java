package org.yici.agent.session;

import java.util.List;
import java.util.Map;
import org.yici.contract.message.DeviceReport;

/** The devices as the session in front sees them. Nobody else looks at them: without a session they are unknown. Of the loop. */
final class CurrentDeviceStatus {
    private static final String UNKNOWN = "unknown";

    private List<DeviceReport> reports = List.of();

    List<DeviceReport> reports() {
        return reports;
    }

    /** True if that is something new. */
    boolean report(List<DeviceReport> seen) {
        return change(seen);
    }

    /** True if that is something new. */
    boolean nobodyLooks() {
        return change(reports.stream()
                .map(report ->
                        new DeviceReport(report.id(), report.kind(), UNKNOWN, Map.of(), List.of(), report.counts()))
                .toList());
    }

    private boolean change(List<DeviceReport> next) {
        boolean changed = !next.equals(reports);
        reports = List.copyOf(next);
        return changed;
    }
}
