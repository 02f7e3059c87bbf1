package org.yici.agent.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.DeviceVocabulary;

/**
 * Holds a session's device reports to the terminal's own devices and to the words of {@link DeviceVocabulary}. What is on no list becomes
 * its fingerprint, or is left out; how often that was is counted. Of the loop.
 */
final class DeviceReportSanitizer {
    private static final String UNKNOWN_FAULT = "unknown-fault";
    private static final int MOST_FAULTS = 16;
    /** On no list, and nothing to be counted: a reader's number always, its name where the configuration leaves it to chance. */
    private static final String SAFE_MODULE = "safeModule";

    private static final String READER = "reader";

    private final TerminalDevices devices;
    private int rejected;

    DeviceReportSanitizer(TerminalDevices devices) {
        this.devices = devices;
    }

    /** How many words had to be replaced or left out since the last call. */
    int takeRejected() {
        int since = rejected;
        rejected = 0;
        return since;
    }

    List<DeviceReport> closed(List<DeviceReport> reports) {
        List<DeviceReport> closed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (DeviceReport report : reports) {
            if (devices.isDevice(report.id(), report.kind()) && seen.add(report.id())) {
                closed.add(closed(report));
            } else {
                rejected++;
            }
        }
        return closed;
    }

    private DeviceReport closed(DeviceReport report) {
        return new DeviceReport(
                report.id(),
                report.kind(),
                oneOf(DeviceVocabulary.STATES, report.state(), "unknown"),
                details(report),
                report.faults().stream().limit(MOST_FAULTS).map(this::closed).toList(),
                report.counts());
    }

    private Map<String, String> details(DeviceReport report) {
        Map<String, String> details = new TreeMap<>();
        report.details().forEach((name, value) -> {
            Set<String> words = DeviceVocabulary.DETAILS.get(name);
            if (words != null) {
                details.put(name, oneOf(words, value, "unknown"));
            } else if (name.equals(SAFE_MODULE) || name.equals(READER)) {
                boolean plain = value.isEmpty() || name.equals(READER) && devices.isReader(report.id(), value);
                details.put(name, plain ? value : DeviceVocabulary.fingerprint(value));
            } else {
                rejected++;
            }
        });
        return details;
    }

    private DeviceReport.Fault closed(DeviceReport.Fault fault) {
        boolean known = DeviceVocabulary.isFault(fault.name());
        if (!known) {
            rejected++;
        }
        return new DeviceReport.Fault(
                known ? fault.name() : UNKNOWN_FAULT,
                oneOf(DeviceVocabulary.WHO_ACTS, fault.whoActs(), "maintenance"),
                code(known ? fault.nativeCode() : fault.name() + " " + fault.nativeCode()));
    }

    private String code(String code) {
        return DeviceVocabulary.isNativeCode(code) ? code : replaced(code);
    }

    private String replaced(String text) {
        rejected++;
        return DeviceVocabulary.fingerprint(text);
    }

    private String oneOf(Set<String> words, String word, String otherwise) {
        if (words.contains(word)) {
            return word;
        }
        rejected++;
        return otherwise;
    }
}
