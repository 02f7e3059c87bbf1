package org.yici.contract.message;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;

/**
 * A device's status in the words of CEN XFS4IoT, in lower camel case as there ({@code online}, {@code hardwareError}). Words that a
 * reader does not know are kept and shown as they are; form and length of words and texts are those of {@link ReportText}.
 *
 * @param details further words by name: {@code paper}, {@code toner}, {@code media}, {@code safeModule}; what is not in
 *     {@link DeviceVocabulary} the agent has replaced by its fingerprint
 * @param counts what the device counted, by name: {@code reads}, {@code failures}, {@code pages}, {@code losses}. From a session: since it
 *     began; to the centre: since the terminal's store was made. Older programs send none.
 */
public record DeviceReport(
        String id,
        String kind,
        String state,
        Map<String, String> details,
        List<Fault> faults,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Long> counts) {
    /** So many faults of a device are told at most. */
    public static final int MOST_FAULTS = 32;

    private static final int MOST_DETAILS = 16;
    private static final int MOST_COUNTS = 32;

    public DeviceReport {
        details = Map.copyOf(details);
        faults = List.copyOf(faults);
        counts = Map.copyOf(counts);
        ReportText.checkWord("id", id);
        ReportText.checkWord("kind", kind);
        ReportText.checkWord("state", state);
        ReportText.checkWords("details", details, MOST_DETAILS);
        details.values().forEach(value -> ReportText.checkText("detail", value));
        ReportText.checkSize("faults", faults, MOST_FAULTS);
        ReportText.checkWords("counts", counts, MOST_COUNTS);
    }

    /** Without counts. */
    public DeviceReport(String id, String kind, String state, Map<String, String> details, List<Fault> faults) {
        this(id, kind, state, details, faults, Map.of());
    }

    /** The same with these counts. */
    public DeviceReport with(Map<String, Long> counts) {
        return new DeviceReport(id, kind, state, details, faults, counts);
    }

    /**
     * One thing that is wrong.
     *
     * @param whoActs {@code clear}, {@code maintenance} or {@code reset}
     */
    public record Fault(String name, String whoActs, String nativeCode) {
        public Fault {
            ReportText.checkWord("fault", name);
            ReportText.checkWord("whoActs", whoActs);
            ReportText.checkText("nativeCode", nativeCode);
        }
    }
}
