package org.yici.contract.message;

import java.util.List;
import java.util.Map;

/**
 * A device's status in the words of CEN XFS4IoT, in lower camel case as there ({@code online}, {@code hardwareError}). Words that a
 * reader does not know are kept and shown as they are.
 *
 * @param details further words by name: {@code paper}, {@code toner}, {@code media}, {@code safeModule}
 */
public record DeviceReport(String id, String kind, String state, Map<String, String> details, List<Fault> faults) {
    public DeviceReport {
        details = Map.copyOf(details);
        faults = List.copyOf(faults);
    }

    /**
     * One thing that is wrong.
     *
     * @param whoActs {@code clear}, {@code maintenance} or {@code reset}
     */
    public record Fault(String name, String whoActs, String nativeCode) {}
}
