package org.yici.driver.ipp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;

/**
 * One {@code printer-state-reasons} keyword (RFC 8011, 5.4.12; PWG 5100.9) taken apart.
 *
 * @param word without the severity
 * @param severity as the printer says it; not to be relied on while it prints (ippeveprinter 2.4.2 answers {@code media-empty-warning}
 *     where {@code media-empty-error} was set)
 */
record StateReason(String word, Severity severity, String raw) {
    /** RFC 8011, 5.4.12: neither a report nor a warning keeps a job from completing; a word without a suffix is an error. */
    enum Severity {
        REPORT("-report"),
        WARNING("-warning"),
        ERROR("-error");

        private final String suffix;

        Severity(String suffix) {
            this.suffix = suffix;
        }
    }

    /** What follows the meaning: order of severity is the order here, worst first. */
    enum Meaning {
        BROKEN,
        OFFLINE,
        OPEN,
        JAMMED,
        PAPER_OUT,
        TONER_OUT,
        BLOCKED,
        PAPER_LOW,
        TONER_LOW,
        /** Not in the table: shown to staff. */
        OTHER,
        /** Says nothing that anybody must act on. */
        HARMLESS
    }

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("none", Meaning.HARMLESS),
            Map.entry("media-empty", Meaning.PAPER_OUT),
            Map.entry("media-needed", Meaning.PAPER_OUT),
            Map.entry("input-tray-missing", Meaning.PAPER_OUT),
            Map.entry("media-low", Meaning.PAPER_LOW),
            Map.entry("media-jam", Meaning.JAMMED),
            Map.entry("developer-empty", Meaning.TONER_OUT),
            Map.entry("developer-low", Meaning.TONER_LOW),
            Map.entry("marker-ink-empty", Meaning.TONER_OUT),
            Map.entry("marker-ink-low", Meaning.TONER_LOW),
            Map.entry("marker-toner-empty", Meaning.TONER_OUT),
            Map.entry("marker-toner-low", Meaning.TONER_LOW),
            Map.entry("marker-toner-missing", Meaning.TONER_OUT),
            Map.entry("hold-new-jobs", Meaning.OFFLINE),
            Map.entry("power-down", Meaning.OFFLINE),
            Map.entry("hibernate", Meaning.HARMLESS),
            Map.entry("suspend", Meaning.HARMLESS),
            Map.entry("resuming", Meaning.HARMLESS),
            Map.entry("power-up", Meaning.HARMLESS),
            Map.entry("identify-printer-requested", Meaning.HARMLESS),
            Map.entry("toner-empty", Meaning.TONER_OUT),
            Map.entry("marker-supply-empty", Meaning.TONER_OUT),
            Map.entry("toner-low", Meaning.TONER_LOW),
            Map.entry("marker-supply-low", Meaning.TONER_LOW),
            Map.entry("door-open", Meaning.OPEN),
            Map.entry("cover-open", Meaning.OPEN),
            Map.entry("interlock-open", Meaning.OPEN),
            Map.entry("output-area-full", Meaning.BLOCKED),
            Map.entry("output-tray-missing", Meaning.BLOCKED),
            Map.entry("marker-waste-full", Meaning.BLOCKED),
            Map.entry("paused", Meaning.OFFLINE),
            Map.entry("moving-to-paused", Meaning.OFFLINE),
            Map.entry("offline", Meaning.OFFLINE),
            Map.entry("shutdown", Meaning.OFFLINE),
            Map.entry("deactivated", Meaning.OFFLINE),
            Map.entry("timed-out", Meaning.OFFLINE),
            Map.entry("stopping", Meaning.OFFLINE),
            Map.entry("fuser-over-temp", Meaning.BROKEN),
            Map.entry("fuser-under-temp", Meaning.BROKEN),
            Map.entry("opc-life-over", Meaning.BROKEN),
            Map.entry("motor-failure", Meaning.BROKEN),
            Map.entry("interpreter-resource-unavailable", Meaning.BROKEN),
            Map.entry("connecting-to-device", Meaning.HARMLESS),
            Map.entry("opc-near-eol", Meaning.OTHER),
            Map.entry("marker-waste-almost-full", Meaning.OTHER),
            Map.entry("output-area-almost-full", Meaning.OTHER),
            Map.entry("cups-waiting-for-job-completed", Meaning.HARMLESS));

    /** How the words for parts of a printer end (PWG 5100.9), in the order in which they are tried. */
    private static final Map<String, Meaning> ENDINGS = endings();

    private static Map<String, Meaning> endings() {
        Map<String, Meaning> endings = new LinkedHashMap<>();
        endings.put("-cover-open", Meaning.OPEN);
        endings.put("-door-open", Meaning.OPEN);
        endings.put("-interlock-open", Meaning.OPEN);
        endings.put("-jam", Meaning.JAMMED);
        endings.put("-failure", Meaning.BROKEN);
        endings.put("-life-over", Meaning.BROKEN);
        endings.put("-over-temperature", Meaning.BROKEN);
        endings.put("-under-temperature", Meaning.BROKEN);
        endings.put("-missing", Meaning.BLOCKED);
        return Collections.unmodifiableMap(endings);
    }

    static StateReason of(String raw) {
        String word = raw.toLowerCase(Locale.ROOT);
        for (Severity severity : Severity.values()) {
            if (word.endsWith(severity.suffix)) {
                return new StateReason(word.substring(0, word.length() - severity.suffix.length()), severity, raw);
            }
        }
        return new StateReason(word, Severity.ERROR, raw);
    }

    /**
     * Whether this can stand beside a printer that prints. Words for a printer that takes no orders as a whole cannot, whatever their
     * severity: CUPS says {@code offline-report} of a printer that it does not reach.
     */
    boolean isPassable() {
        return severity != Severity.ERROR && meaning() != Meaning.OFFLINE;
    }

    Meaning meaning() {
        Meaning known = MEANINGS.get(word);
        if (known != null) {
            return known;
        }
        for (Map.Entry<String, Meaning> ending : ENDINGS.entrySet()) {
            if (word.endsWith(ending.getKey())) {
                return ending.getValue();
            }
        }
        // A report is information by the standard's own rule; a word without severity may be an error.
        return severity == Severity.REPORT ? Meaning.HARMLESS : Meaning.OTHER;
    }

    DeviceFault fault() {
        WhoActs who =
                switch (meaning()) {
                    case OPEN, JAMMED, PAPER_OUT, TONER_OUT, BLOCKED, PAPER_LOW, TONER_LOW -> WhoActs.CLEAR;
                    case BROKEN, OFFLINE, OTHER, HARMLESS -> WhoActs.MAINTENANCE;
                };
        return new DeviceFault(word, who, raw);
    }
}
