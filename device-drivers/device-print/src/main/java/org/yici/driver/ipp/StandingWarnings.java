package org.yici.driver.ipp;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The warnings that a printer gave while it was idle, took jobs and had no order of ours. It prints with them, so they say nothing of the
 * next order; a warning that comes during an order does. On the device's thread only.
 */
final class StandingWarnings {
    private Set<String> words = Set.of();
    private boolean orderOpen;

    /** What {@code report} warns of and prints with. Empty for a queue of CUPS: an idle one repeats what was said in its last job. */
    static Set<String> in(PrinterReport report) {
        if (report.state() != PrinterReport.IDLE || !report.accepting() || report.queue()) {
            return Set.of();
        }
        return report.reasons().stream()
                .filter(raw -> StateReason.of(raw).isPassable())
                .collect(Collectors.toUnmodifiableSet());
    }

    void beginOrder() {
        orderOpen = true;
    }

    void endOrder() {
        orderOpen = false;
    }

    /** How the printer is, in the light of what it said before. */
    PrinterCondition condition(PrinterReport report) {
        boolean atRest = !orderOpen && report.state() == PrinterReport.IDLE && report.accepting();
        if (atRest) {
            words = in(report);
        }
        return PrinterCondition.of(report, words);
    }
}
