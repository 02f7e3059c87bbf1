package org.yici.driver.ipp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.device.Sides;
import org.yici.driver.ipp.IppClient.JobAnswer;
import org.yici.driver.ipp.IppClient.Told;

/** Asks after one job until it is known what became of it, or that this cannot be known. Sends no document. */
final class Follower {
    /** Some printers count sheets after they said that the job ended, and a sheet may be on its way. */
    private static final Duration SETTLE = Duration.ofSeconds(3);
    /** A printer that answers and has forgotten a job does not remember it later; restarts take about this long. */
    private static final Duration LOST = Duration.ofSeconds(15);
    /** A job that is not listed this long after the connection broke was not taken, or is forgotten already. */
    private static final Duration ABSENT = Duration.ofSeconds(10);
    /** Printers finish the sheet in hand before they cancel. */
    private static final Duration CANCEL = Duration.ofSeconds(15);

    private final PrinterAccess printer;
    private final int pages;
    private final Sides sides;
    private final Consumer<? super PrintProgress> progress;
    private final PrintDecision decision;
    private final Patience patience;
    private long endedAt;
    private boolean ended;
    private @Nullable PrintProgress told;
    private @Nullable JobReport last;

    /** @param counter see {@link PrintDecision}; empty if it is not known how it stood before the job */
    Follower(
            PrinterAccess printer,
            int pages,
            Sides sides,
            OptionalInt counter,
            Consumer<? super PrintProgress> progress) {
        this.printer = printer;
        this.pages = pages;
        this.sides = sides;
        this.progress = progress;
        this.decision = new PrintDecision(printer.config().evidence(), pages, sides, counter);
        this.patience = new Patience(printer.time(), printer.config().waitingLimit(), pages);
    }

    /** Follows a job that the printer took, to its end or to the end of patience; then it is cancelled. */
    PrintOutcome follow(int id, String name) {
        tell(new PrintProgress.Sent(id));
        while (printer.thread().running()) {
            JobAnswer answer = ask(id, name);
            PrinterCondition condition = printer.look();
            if (answer instanceof JobAnswer.Seen seen) {
                Optional<PrintOutcome> outcome = decide(seen.job(), condition);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                watch(seen.job(), condition);
            } else {
                patience.seen(true);
                condition.obstacle().ifPresent(fault -> tell(new PrintProgress.Waiting(fault)));
            }
            if (answer instanceof JobAnswer.Lost lost && patience.exhausted(LOST)) {
                return uncertain("job-lost", WhoActs.MAINTENANCE, lost.code());
            }
            if (patience.exhausted()) {
                return cancel(id, name);
            }
            printer.pause();
        }
        return uncertain("closed", WhoActs.RESET, "");
    }

    /** Printers and queues that begin anew count their jobs from 1 again: what has another name is another's. */
    private JobAnswer ask(int id, String name) {
        JobAnswer answer = printer.client().job(id);
        boolean anothers = answer instanceof JobAnswer.Seen seen
                && !seen.job().name().isEmpty()
                && !seen.job().name().equals(name);
        return anothers ? new JobAnswer.Lost("another job-name") : answer;
    }

    private Optional<PrintOutcome> decide(JobReport job, PrinterCondition condition) {
        if (job.phase().ended() && !ended) {
            ended = true;
            endedAt = printer.time().nanos();
        }
        boolean settled = ended && printer.time().since(endedAt).compareTo(SETTLE) >= 0;
        return decision.outcome(job, condition, settled);
    }

    private void watch(JobReport job, PrinterCondition condition) {
        if (last == null || last.phase() != job.phase() || !last.impressions().equals(job.impressions())) {
            patience.moved();
        }
        last = job;
        Optional<DeviceFault> obstacle = condition.obstacle();
        boolean working = job.phase() == JobPhase.PROCESSING || job.phase().ended();
        patience.seen(obstacle.isPresent() || !working);
        if (obstacle.isPresent()) {
            tell(new PrintProgress.Waiting(obstacle.get()));
        } else if (working) {
            int printed = Math.min(pages, job.impressions().orElse(0));
            tell(new PrintProgress.Printing(printed == pages ? sides.sheets(pages) : sides.wholeSheets(printed)));
        }
    }

    private void tell(PrintProgress step) {
        if (!step.equals(told)) {
            told = step;
            progress.accept(step);
        }
    }

    /** Looks for a job that the printer may have taken although its answer did not come, and follows it. */
    PrintOutcome search(String name, String seen) {
        long searched = printer.time().nanos();
        boolean listed = false;
        long absentSince = 0;
        while (printer.thread().running()) {
            Told<List<JobReport>> jobs = printer.client().jobs(name);
            Optional<List<JobReport>> list = list(jobs);
            if (list.isPresent() && !list.get().isEmpty()) {
                return follow(newest(list.get()).id(), name);
            }
            if (jobs instanceof Told.Nothing<List<JobReport>> nothing) {
                tell(new PrintProgress.Waiting(nothing.fault()));
            }
            if (list.isPresent() && !listed) {
                absentSince = printer.time().nanos();
            }
            listed = list.isPresent();
            boolean absent = listed && printer.time().since(absentSince).compareTo(ABSENT) > 0;
            if (absent
                    || printer.time().since(searched).compareTo(printer.config().waitingLimit()) > 0) {
                return uncertain("connection-lost", WhoActs.RESET, seen);
            }
            printer.lookAndPause();
        }
        return uncertain("closed", WhoActs.RESET, "");
    }

    private static Optional<List<JobReport>> list(Told<List<JobReport>> told) {
        return told instanceof Told.Value<List<JobReport>> list ? Optional.of(list.value()) : Optional.empty();
    }

    private static JobReport newest(List<JobReport> jobs) {
        return jobs.stream().reduce((a, b) -> a.id() > b.id() ? a : b).orElseThrow();
    }

    /** Cancels what is open under {@code name} and tells what became of it. */
    PrintOutcome reconcile(String name) {
        long began = printer.time().nanos();
        while (printer.thread().running()) {
            Told<List<JobReport>> jobs = printer.client().jobs(name);
            if (jobs instanceof Told.Value<List<JobReport>> list) {
                return reconcile(list.value(), name);
            }
            if (jobs instanceof Told.Nothing<List<JobReport>> nothing
                    && printer.time().since(began).compareTo(CANCEL) > 0) {
                return new PrintOutcome.Uncertain(nothing.fault());
            }
            printer.lookAndPause();
        }
        return uncertain("closed", WhoActs.RESET, "");
    }

    private PrintOutcome reconcile(List<JobReport> jobs, String name) {
        if (jobs.isEmpty()) {
            return uncertain("job-unknown", WhoActs.MAINTENANCE, "");
        }
        if (jobs.size() > 1) {
            jobs.stream().filter(job -> !job.phase().ended()).forEach(job -> printer.client()
                    .cancel(job.id()));
            return uncertain("job-name-twice", WhoActs.MAINTENANCE, jobs.size() + " jobs");
        }
        return cancel(jobs.get(0).id(), name);
    }

    /** Ends the job if it is still open; what it did until then counts. */
    private PrintOutcome cancel(int id, String name) {
        long began = printer.time().nanos();
        boolean heard = false;
        while (printer.thread().running()) {
            JobAnswer answer = ask(id, name);
            PrinterCondition condition = printer.look();
            if (answer instanceof JobAnswer.Seen job) {
                Optional<PrintOutcome> outcome = decide(job.job(), condition);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                heard = heard || job.job().phase().ended() || printer.client().cancel(id);
            }
            if (printer.time().since(began).compareTo(CANCEL.plus(SETTLE)) > 0) {
                return notCancelled(answer);
            }
            printer.pause();
        }
        return uncertain("closed", WhoActs.RESET, "");
    }

    private static PrintOutcome notCancelled(JobAnswer last) {
        if (last instanceof JobAnswer.NoAnswer none) {
            return new PrintOutcome.Uncertain(none.fault());
        }
        return last instanceof JobAnswer.Lost lost
                ? uncertain("job-lost", WhoActs.MAINTENANCE, lost.code())
                : uncertain("cancel-unanswered", WhoActs.MAINTENANCE, "");
    }

    private static PrintOutcome uncertain(String name, WhoActs whoActs, String seen) {
        return new PrintOutcome.Uncertain(new DeviceFault(name, whoActs, seen));
    }
}
