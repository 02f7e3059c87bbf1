package org.yici.driver.ipp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceState;
import org.yici.device.PaperStatus;
import org.yici.device.TonerStatus;
import org.yici.driver.ipp.StateReason.Meaning;

/**
 * A printer's own words in those of CEN XFS4IoT.
 *
 * @param faults what keeps it from printing first, then warnings; each worst first
 * @param impressions sides that it printed in its life; empty if it does not say
 * @param queue whether this is a queue of CUPS: it counts what it handed over, and not what came out
 */
record PrinterCondition(
        DeviceState state,
        PaperStatus paper,
        TonerStatus toner,
        List<DeviceFault> faults,
        OptionalInt impressions,
        boolean queue) {
    /** A queue's printer came back without a job that it had taken; the queue calls that job completed (seen in CUPS 2.4.2). */
    private static final String FORGOTTEN = "cups-ipp-missing-job-history";

    PrinterCondition {
        faults = List.copyOf(faults);
    }

    /** Before anything was heard. */
    static PrinterCondition starting() {
        return new PrinterCondition(
                DeviceState.STARTING, PaperStatus.UNKNOWN, TonerStatus.UNKNOWN, List.of(), OptionalInt.empty(), false);
    }

    /** The printer does not say how it is: nothing is known of paper and toner. */
    static PrinterCondition unknown(DeviceFault fault) {
        return new PrinterCondition(
                DeviceState.OFFLINE,
                PaperStatus.UNKNOWN,
                TonerStatus.UNKNOWN,
                List.of(fault),
                OptionalInt.empty(),
                false);
    }

    /** This driver has a fault: nothing is known of the printer. */
    static PrinterCondition broken(DeviceFault fault) {
        return new PrinterCondition(
                DeviceState.HARDWARE_ERROR,
                PaperStatus.UNKNOWN,
                TonerStatus.UNKNOWN,
                List.of(fault),
                OptionalInt.empty(),
                false);
    }

    /**
     * While no order is open: what an idle printer that takes jobs warns of (RFC 8011, 5.4.12) does not keep it from printing, for example
     * an empty second tray. It is told to staff as a fault, and paper or toner of which some is out is low.
     */
    static PrinterCondition of(PrinterReport report) {
        return of(report, StandingWarnings.in(report));
    }

    /**
     * An idle queue repeats what its printer said in the last job, and hears nothing of a refill before the next: that is left out.
     *
     * @param standing words that a printer said before and prints with; they count once it stops or takes no jobs
     */
    static PrinterCondition of(PrinterReport report, Set<String> standing) {
        boolean working = report.accepting() && report.state() != PrinterReport.STOPPED;
        Predicate<StateReason> counts = reason -> !working || !reason.isPassable() || !standing.contains(reason.raw());
        boolean stale = report.queue() && report.state() == PrinterReport.IDLE;
        List<StateReason> reasons = report.reasons().stream()
                .map(StateReason::of)
                .filter(reason -> reason.meaning() != Meaning.HARMLESS)
                .filter(reason -> !stale || reason.meaning() == Meaning.OTHER)
                .sorted(Comparator.<StateReason, Boolean>comparing(reason -> !counts.test(reason))
                        .thenComparing(StateReason::meaning))
                .toList();
        Set<Meaning> meanings = EnumSet.noneOf(Meaning.class);
        reasons.forEach(reason -> meanings.add(counts.test(reason) ? reason.meaning() : softened(reason.meaning())));
        List<DeviceFault> faults = new ArrayList<>();
        if (!report.accepting()) {
            faults.add(new DeviceFault("not-accepting-jobs", WhoActs.MAINTENANCE, "printer-is-accepting-jobs=false"));
        }
        reasons.forEach(reason -> faults.add(reason.fault()));
        boolean stopped = report.state() == PrinterReport.STOPPED;
        if (stopped && faults.isEmpty()) {
            faults.add(new DeviceFault("stopped", WhoActs.MAINTENANCE, "printer-state=5"));
        }
        return new PrinterCondition(
                state(report, meanings),
                stale ? PaperStatus.UNKNOWN : paper(meanings),
                stale ? TonerStatus.UNKNOWN : toner(meanings),
                faults,
                report.impressions(),
                report.queue());
    }

    /** What a warning comes to that does not keep paper from coming out. */
    private static Meaning softened(Meaning meaning) {
        return switch (meaning) {
            case PAPER_OUT, PAPER_LOW -> Meaning.PAPER_LOW;
            case TONER_OUT, TONER_LOW -> Meaning.TONER_LOW;
            case BROKEN, OFFLINE, OPEN, JAMMED, BLOCKED, OTHER, HARMLESS -> Meaning.OTHER;
        };
    }

    private static DeviceState state(PrinterReport report, Set<Meaning> meanings) {
        boolean stopped = report.state() == PrinterReport.STOPPED;
        if (meanings.contains(Meaning.BROKEN)) {
            return DeviceState.HARDWARE_ERROR;
        }
        if (meanings.contains(Meaning.OFFLINE) || !report.accepting()) {
            return DeviceState.OFFLINE;
        }
        if (meanings.contains(Meaning.OPEN) || stopped && meanings.contains(Meaning.BLOCKED)) {
            return DeviceState.USER_ERROR;
        }
        if (stopped && !explainedBySupplies(meanings)) {
            return DeviceState.HARDWARE_ERROR;
        }
        return report.state() == PrinterReport.PROCESSING ? DeviceState.DEVICE_BUSY : DeviceState.ONLINE;
    }

    /** Paper and toner have words of their own; a printer that waits for them is in order. */
    private static boolean explainedBySupplies(Set<Meaning> meanings) {
        return meanings.contains(Meaning.PAPER_OUT)
                || meanings.contains(Meaning.JAMMED)
                || meanings.contains(Meaning.TONER_OUT);
    }

    private static PaperStatus paper(Set<Meaning> meanings) {
        if (meanings.contains(Meaning.JAMMED)) {
            return PaperStatus.JAMMED;
        }
        if (meanings.contains(Meaning.PAPER_OUT)) {
            return PaperStatus.OUT;
        }
        return meanings.contains(Meaning.PAPER_LOW) ? PaperStatus.LOW : PaperStatus.FULL;
    }

    private static TonerStatus toner(Set<Meaning> meanings) {
        if (meanings.contains(Meaning.TONER_OUT)) {
            return TonerStatus.OUT;
        }
        return meanings.contains(Meaning.TONER_LOW) ? TonerStatus.LOW : TonerStatus.FULL;
    }

    /** What keeps paper from coming out now, worst first. */
    Optional<DeviceFault> obstacle() {
        boolean blocked =
                !state.usable() || paper == PaperStatus.OUT || paper == PaperStatus.JAMMED || toner == TonerStatus.OUT;
        return blocked ? faults.stream().findFirst() : Optional.empty();
    }

    /** Whether a completed job may be one that the printer forgot. */
    boolean forgetsJobs() {
        return faults.stream().anyMatch(fault -> fault.name().equals(FORGOTTEN));
    }
}
