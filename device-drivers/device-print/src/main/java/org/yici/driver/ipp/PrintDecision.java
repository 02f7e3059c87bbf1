package org.yici.driver.ipp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.EvidenceClass;
import org.yici.device.PaperStatus;
import org.yici.device.PrintOutcome;
import org.yici.device.Sides;

/**
 * What became of a job, from what the printer says of it; pure. "Delivered" needs the evidence that the printer's profile promises and
 * nothing that speaks against it; where the printer contradicts itself the answer is "uncertain".
 *
 * @param evidence the printer's profile
 * @param pages how many the document has
 * @param counter what the printer had printed in its life before the order; only the page counter's evidence needs it
 */
record PrintDecision(EvidenceClass evidence, int pages, Sides sides, OptionalInt counter) {
    /** Reasons of a completed job that speak against it (RFC 8011, 5.3.8). */
    private static final List<String> ERRORS = List.of("job-completed-with-errors", "job-data-insufficient");

    /**
     * The outcome; empty while the printer may still do something.
     *
     * @param settled whether the job's end was seen some seconds ago already. Some printers count after they said "completed", and a
     *     sheet may be on its way when a job is cancelled, so that only "delivered" is decided before.
     */
    Optional<PrintOutcome> outcome(JobReport job, PrinterCondition printer, boolean settled) {
        if (!job.phase().ended()) {
            return Optional.empty();
        }
        PrintOutcome outcome = atEnd(job, printer);
        return settled || outcome instanceof PrintOutcome.Delivered ? Optional.of(outcome) : Optional.empty();
    }

    private int ordered() {
        return sides.sheets(pages);
    }

    private PrintOutcome atEnd(JobReport job, PrinterCondition printer) {
        return switch (evidence) {
            case PAGE_COUNTER, IMPRESSIONS -> byWhatIsCounted(job, printer);
            case JOB_STATE -> byState(job, printer);
            case CITIZEN_WORD, EXIT_SENSOR -> uncertain("no-evidence", WhoActs.CITIZEN, job);
        };
    }

    private PrintOutcome byWhatIsCounted(JobReport job, PrinterCondition printer) {
        if (printer.queue()) {
            return uncertain("evidence-unsupported", WhoActs.MAINTENANCE, job);
        }
        return evidence == EvidenceClass.PAGE_COUNTER ? byCounter(job, printer) : byImpressions(job, printer);
    }

    private PrintOutcome byCounter(JobReport job, PrinterCondition printer) {
        if (counter.isEmpty() || printer.impressions().isEmpty()) {
            return uncertain("counter-missing", WhoActs.MAINTENANCE, job);
        }
        int came = printer.impressions().getAsInt() - counter.getAsInt();
        if (came < 0 || came > ordered() * sides.aSheet()) {
            // It was set back, or somebody else printed meanwhile.
            return uncertain("counter-strange", WhoActs.MAINTENANCE, job);
        }
        return byCount("counter", came, job, printer);
    }

    private PrintOutcome byImpressions(JobReport job, PrinterCondition printer) {
        if (job.impressions().isEmpty()) {
            return uncertain("impressions-missing", WhoActs.MAINTENANCE, job);
        }
        int count = job.impressions().getAsInt();
        if (count >= pages && job.sheets().orElse(ordered()) < ordered()) {
            // Some count a page once it is rendered; their sheets do not agree.
            return uncertain("sheets-short", WhoActs.MAINTENANCE, job);
        }
        return byCount("impressions", count, job, printer);
    }

    private PrintOutcome byCount(String what, int count, JobReport job, PrinterCondition printer) {
        if (count >= pages) {
            return contradiction(job, printer, printer.paper() == PaperStatus.JAMMED)
                    .map(PrintOutcome.class::cast)
                    .orElseGet(() -> new PrintOutcome.Delivered(evidence, ordered()));
        }
        int whole = sides.wholeSheets(count);
        if (whole > 0) {
            return new PrintOutcome.Partial(whole, ordered(), cause(job, printer, what + "-short"));
        }
        if (count > 0) {
            // One side of the first sheet: it may lie in the tray or in the printer.
            return uncertain(cause(job, printer, what + "-short"));
        }
        return job.phase() == JobPhase.COMPLETED
                ? uncertain(what + "-zero", WhoActs.MAINTENANCE, job)
                : new PrintOutcome.Failed(cause(job, printer, ended(job)));
    }

    private PrintOutcome byState(JobReport job, PrinterCondition printer) {
        if (job.phase() != JobPhase.COMPLETED) {
            return uncertain(cause(job, printer, ended(job)));
        }
        if (printer.forgetsJobs()) {
            return uncertain("job-lost", WhoActs.MAINTENANCE, job);
        }
        boolean noPaper = printer.paper() == PaperStatus.JAMMED || printer.paper() == PaperStatus.OUT;
        return contradiction(job, printer, noPaper)
                .map(PrintOutcome.class::cast)
                .orElseGet(() -> new PrintOutcome.Delivered(EvidenceClass.JOB_STATE, ordered()));
    }

    /** What speaks against a job that would be counted as delivered. */
    private static Optional<PrintOutcome.Uncertain> contradiction(
            JobReport job, PrinterCondition printer, boolean paperStands) {
        Optional<String> error = job.reasons().stream().filter(ERRORS::contains).findFirst();
        if (error.isPresent()) {
            return Optional.of(uncertain(error.get(), WhoActs.MAINTENANCE, job));
        }
        return paperStands ? Optional.of(uncertain(cause(job, printer, "paper"))) : Optional.empty();
    }

    private static String ended(JobReport job) {
        return job.phase() == JobPhase.CANCELED ? "job-canceled" : "job-aborted";
    }

    /** The printer's worst fault, or else {@code name} with the job's own reasons. */
    private static DeviceFault cause(JobReport job, PrinterCondition printer, String name) {
        return printer.obstacle().orElseGet(() -> new DeviceFault(name, WhoActs.RESET, inItsWords(job)));
    }

    private static PrintOutcome.Uncertain uncertain(String name, WhoActs whoActs, JobReport job) {
        return uncertain(new DeviceFault(name, whoActs, inItsWords(job)));
    }

    /** The printer said that the job ended: nothing more will come. */
    private static PrintOutcome.Uncertain uncertain(DeviceFault fault) {
        return new PrintOutcome.Uncertain(fault, false);
    }

    private static String inItsWords(JobReport job) {
        return job.reasons().isEmpty() ? "" : String.join(",", job.reasons());
    }
}
