package org.yici.driver.ipp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceState;
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
                return gone("job-lost", WhoActs.MAINTENANCE, lost.code());
            }
            if (patience.exhausted()) {
                return cancel(id, name);
            }
            printer.pause();
        }
        return mayStillPrint("closed", WhoActs.RESET, "");
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
        if (listed(name, printer.config().waitingLimit()) instanceof Told.Value<List<JobReport>> list) {
            return list.value().isEmpty()
                    ? gone("connection-lost", WhoActs.RESET, seen)
                    : follow(newest(list.value()).id(), name);
        }
        return mayStillPrint(printer.thread().running() ? "connection-lost" : "closed", WhoActs.RESET, seen);
    }

    /**
     * Holds a printer that says that it took nothing to its word: the whole document may have left by then, so its list of jobs has to
     * say the same. Empty if it does; otherwise what became of the job.
     */
    Optional<PrintOutcome> takenAllTheSame(String name, DeviceFault refusal) {
        long began = printer.time().nanos();
        while (printer.thread().running()) {
            Told<List<JobReport>> told = printer.client().jobs(name);
            if (told instanceof Told.Value<List<JobReport>> list) {
                return list.value().isEmpty()
                        ? Optional.empty()
                        : Optional.of(follow(newest(list.value()).id(), name));
            }
            if (printer.time().since(began).compareTo(ABSENT) > 0) {
                return Optional.of(new PrintOutcome.Uncertain(refusal, true));
            }
            printer.lookAndPause();
        }
        return Optional.of(mayStillPrint("closed", WhoActs.RESET, ""));
    }

    /** Asks for the jobs of this name until one is listed, or none was for {@link #ABSENT}, or {@code limit} passed without a list. */
    private Told<List<JobReport>> listed(String name, Duration limit) {
        long began = printer.time().nanos();
        boolean listed = false;
        long absentSince = 0;
        while (printer.thread().running()) {
            Told<List<JobReport>> told = printer.client().jobs(name);
            long now = printer.time().nanos();
            if (told instanceof Told.Value<List<JobReport>> list) {
                absentSince = listed ? absentSince : now;
                listed = true;
                if (!list.value().isEmpty() || printer.time().since(absentSince).compareTo(ABSENT) > 0) {
                    return list;
                }
            } else if (told instanceof Told.Nothing<List<JobReport>> nothing) {
                listed = false;
                tell(new PrintProgress.Waiting(nothing.fault()));
                if (printer.time().since(began).compareTo(limit) > 0) {
                    return nothing;
                }
            }
            printer.lookAndPause();
        }
        return new Told.Nothing<>(new DeviceFault("closed", WhoActs.RESET, ""));
    }

    private static JobReport newest(List<JobReport> jobs) {
        return jobs.stream().reduce((a, b) -> a.id() > b.id() ? a : b).orElseThrow();
    }

    /** Cancels what is open under {@code name} and tells what became of it. */
    PrintOutcome reconcile(String name) {
        Told<List<JobReport>> told = listed(name, CANCEL);
        if (told instanceof Told.Value<List<JobReport>> list) {
            return reconcile(list.value(), name);
        }
        return new PrintOutcome.Uncertain(((Told.Nothing<List<JobReport>>) told).fault(), true);
    }

    private PrintOutcome reconcile(List<JobReport> jobs, String name) {
        if (jobs.isEmpty()) {
            return gone("job-unknown", WhoActs.MAINTENANCE, "");
        }
        if (jobs.size() > 1) {
            List<JobReport> open =
                    jobs.stream().filter(job -> !job.phase().ended()).toList();
            open.forEach(job -> printer.client().cancel(job.id()));
            DeviceFault twice = new DeviceFault("job-name-twice", WhoActs.MAINTENANCE, jobs.size() + " jobs");
            return new PrintOutcome.Uncertain(twice, !open.isEmpty());
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
        return mayStillPrint("closed", WhoActs.RESET, "");
    }

    private PrintOutcome notCancelled(JobAnswer last) {
        if (last instanceof JobAnswer.NoAnswer none) {
            return new PrintOutcome.Uncertain(none.fault(), true);
        }
        return last instanceof JobAnswer.Lost lost
                ? gone("job-lost", WhoActs.MAINTENANCE, lost.code())
                : mayStillPrint("cancel-unanswered", WhoActs.MAINTENANCE, "");
    }

    /** The printer has no such job: nothing will come of it, unless the printer is at work or does not say how it is. */
    private PrintOutcome gone(String name, WhoActs whoActs, String seen) {
        PrinterCondition condition = printer.look();
        boolean atRest =
                condition.state() == DeviceState.ONLINE && condition.obstacle().isEmpty();
        return new PrintOutcome.Uncertain(new DeviceFault(name, whoActs, seen), !atRest);
    }

    private static PrintOutcome mayStillPrint(String name, WhoActs whoActs, String seen) {
        return new PrintOutcome.Uncertain(new DeviceFault(name, whoActs, seen), true);
    }
}
