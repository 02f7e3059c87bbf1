package org.yici.driver.ipp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.Counter;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceStatus;
import org.yici.device.DocumentPrinter;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTestResult.Step;
import org.yici.device.SelfTesting;
import org.yici.device.Sides;
import org.yici.device.ThreadedDevice;
import org.yici.driver.ipp.IppClient.Told;

/** Watches the printer and works off the orders, one after the other, on one thread. */
final class IppDocumentPrinter extends ThreadedDevice implements DocumentPrinter, SelfTesting {
    private final IppConfig config;
    private final PrinterAccess access;
    private final Queue<Work<?>> queue = new ArrayDeque<>();
    private final Set<String> handedOver = new HashSet<>();
    private final StandingWarnings warnings = new StandingWarnings();
    private boolean closed;

    /** Something that waits for its turn; {@code otherwise} is what comes of it if it cannot be done. */
    private record Work<T>(Supplier<T> act, Function<DeviceFault, T> otherwise, CompletableFuture<T> result) {
        T perform() {
            try {
                return act.get();
            } catch (Throwable e) {
                return otherwise.apply(driverFault(e));
            }
        }
    }

    IppDocumentPrinter(DeviceId id, IppConfig config, Time time) {
        super(status(id, PrinterCondition.starting()));
        this.config = config;
        IppClient client =
                new IppClient(config.uri(), new IppLink(config.httpUri(), config.certificate(), thread, time));
        this.access = new PrinterAccess(client, config, thread, time, this::look);
    }

    void start() {
        thread.start(this::live);
    }

    private void live() {
        try {
            work();
        } finally {
            synchronized (queue) {
                closed = true;
            }
            for (Work<?> work = next(); work != null; work = next()) {
                refuse(work);
            }
        }
    }

    private void work() {
        while (thread.running()) {
            try {
                step();
            } catch (Throwable e) {
                // The thread is all that answers for this printer: the fault is told, and the next look tries again.
                report(status(id(), PrinterCondition.broken(driverFault(e))));
                thread.pause(config.status());
            }
        }
    }

    /** No message: it may quote the document. */
    private static DeviceFault driverFault(Throwable thrown) {
        return new DeviceFault("driver", WhoActs.MAINTENANCE, thrown.getClass().getName());
    }

    private void step() {
        Work<?> work = next();
        if (work != null) {
            perform(work);
        } else {
            look();
            thread.pause(config.status());
        }
    }

    private @Nullable Work<?> next() {
        synchronized (queue) {
            // Under the same lock that adds: nothing is added once the last was taken out of a closed queue.
            closed |= !thread.running();
            return queue.poll();
        }
    }

    private <T> void perform(Work<T> work) {
        T result = work.perform();
        if (result instanceof PrintOutcome outcome) {
            count(outcome);
        }
        thread.runNotices();
        work.result().complete(result);
    }

    private static <T> void refuse(Work<T> work) {
        work.result().complete(work.otherwise().apply(new DeviceFault("closed", WhoActs.RESET, "")));
    }

    private void count(PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            tally.add(Counter.PAGES, delivered.sheets());
        } else {
            tally.add(Counter.FAILURES);
            tally.add(Counter.PAGES, outcome instanceof PrintOutcome.Partial partial ? partial.sheets() : 0);
        }
    }

    /** Asks the printer how it is, and tells. */
    private PrinterCondition look() {
        PrinterCondition condition = condition(access.client().printer());
        if (thread.running()) {
            report(status(id(), condition));
        }
        return condition;
    }

    private PrinterCondition condition(Told<PrinterReport> told) {
        if (told instanceof Told.Value<PrinterReport> report) {
            return warnings.condition(report.value());
        }
        return told instanceof Told.Nothing<PrinterReport> nothing
                ? PrinterCondition.unknown(nothing.fault())
                : PrinterCondition.starting();
    }

    private static DeviceStatus status(DeviceId id, PrinterCondition condition) {
        return new DeviceStatus.OfDocumentPrinter(
                id, condition.state(), condition.paper(), condition.toner(), condition.faults());
    }

    /** A printer may be busy for the whole limit, take the document for as long, and then stand still for that and the sheets' time. */
    @Override
    public Duration longestSilence(int sheets) {
        return config.waitingLimit().multipliedBy(3).plusSeconds(60 + 30L * sheets);
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintOrder order, Consumer<? super PrintProgress> progress) {
        return enqueue(() -> printed(order, step -> thread.execute(() -> progress.accept(step))), this::unprinted);
    }

    private PrintOutcome printed(PrintOrder order, Consumer<PrintProgress> progress) {
        if (handedOver.contains(order.jobName())) {
            // What was handed over before is answered by its own order; this one sent nothing.
            return new PrintOutcome.Uncertain(new DeviceFault("job-name-used", WhoActs.MAINTENANCE, ""), true);
        }
        PrintRun run = new PrintRun(access, order, progress);
        try {
            // What it warns of before the document is handed over does not keep it from printing.
            look();
            warnings.beginOrder();
            return run.perform();
        } catch (RuntimeException | Error e) {
            return run.mayBeTaken()
                    ? new PrintOutcome.Uncertain(driverFault(e), true)
                    : new PrintOutcome.Failed(driverFault(e));
        } finally {
            warnings.endOrder();
            if (run.mayBeTaken()) {
                handedOver.add(order.jobName());
            }
        }
    }

    /** Before its turn came nothing was sent; a fault of the driver says nothing about what was. */
    private PrintOutcome unprinted(DeviceFault fault) {
        return fault.name().equals("closed") ? new PrintOutcome.Failed(fault) : notHeard(fault);
    }

    /** The printer was not asked what became of a job. */
    private PrintOutcome notHeard(DeviceFault fault) {
        return new PrintOutcome.Uncertain(fault, true);
    }

    @Override
    public CompletableFuture<PrintOutcome> reconcile(String jobName, int pages, Sides sides) {
        return enqueue(() -> reconciled(jobName, pages, sides), this::notHeard);
    }

    private PrintOutcome reconciled(String jobName, int pages, Sides sides) {
        warnings.beginOrder();
        try {
            return new Follower(access, pages, sides, OptionalInt.empty(), step -> {}).reconcile(jobName);
        } finally {
            warnings.endOrder();
        }
    }

    /** Prints a page and follows it as every other order. */
    @Override
    public CompletableFuture<SelfTestResult> selfTest() {
        return enqueue(this::tested, fault -> SelfTestResult.failed("printing a page", fault));
    }

    private SelfTestResult tested() {
        PrinterCondition condition = look();
        List<Step> steps = new ArrayList<>();
        boolean usable = condition.state().usable();
        steps.add(new Step(
                "asking the printer",
                usable,
                condition.faults().isEmpty()
                        ? condition.state().name().toLowerCase(Locale.ROOT)
                        : condition.faults().get(0).words()));
        if (usable) {
            Instant now = access.time().now();
            PrintOutcome outcome = printed(
                    new PrintOrder("yici-self-test-" + UUID.randomUUID(), TestPage.pdf(id(), now), 1), step -> {});
            count(outcome);
            steps.add(new Step("printing a page", outcome instanceof PrintOutcome.Delivered, words(outcome)));
        }
        return new SelfTestResult(steps);
    }

    private static String words(PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            return "1 sheet, known by "
                    + delivered.evidence().name().toLowerCase(Locale.ROOT).replace('_', '-');
        } else if (outcome instanceof PrintOutcome.Failed failed) {
            return "nothing came out: " + failed.fault().words();
        } else if (outcome instanceof PrintOutcome.Uncertain uncertain) {
            return "not certain: " + uncertain.fault().words();
        }
        return "a part came out";
    }

    private <T> CompletableFuture<T> enqueue(Supplier<T> act, Function<DeviceFault, T> otherwise) {
        thread.requireRunning();
        Work<T> work = new Work<>(act, otherwise, new CompletableFuture<>());
        synchronized (queue) {
            if (closed) {
                throw new IllegalStateException(id() + " was closed");
            }
            queue.add(work);
        }
        thread.wake();
        return work.result();
    }

    @Override
    public EvidenceClass evidence() {
        return config.evidence();
    }

    @Override
    public void close() {
        thread.end(Duration.ofMillis(1900));
    }
}
