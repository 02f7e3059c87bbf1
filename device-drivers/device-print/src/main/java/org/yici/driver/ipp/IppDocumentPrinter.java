package org.yici.driver.ipp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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
import org.yici.device.ThreadedDevice;
import org.yici.driver.ipp.IppClient.Told;

/** Watches the printer and works off the orders, one after the other, on one thread. */
final class IppDocumentPrinter extends ThreadedDevice implements DocumentPrinter {
    private final IppConfig config;
    private final PrinterAccess access;
    private final Queue<Work> queue = new ArrayDeque<>();
    private final Set<String> handedOver = new HashSet<>();
    private boolean closed;

    /** An order that waits for its turn. */
    private record Work(Supplier<PrintOutcome> act, CompletableFuture<PrintOutcome> outcome) {}

    IppDocumentPrinter(DeviceId id, IppConfig config, Time time) {
        super(status(id, PrinterCondition.starting()));
        this.config = config;
        IppClient client = new IppClient(config.uri(), new IppLink(config.httpUri(), thread, time));
        this.access = new PrinterAccess(client, config, thread, time, this::look);
    }

    void start() {
        thread.start(this::live);
    }

    private void live() {
        while (thread.running()) {
            Work work = next();
            if (work != null) {
                finish(work, perform(work));
            } else {
                look();
                thread.pause(config.status());
            }
        }
        for (Work work = next(); work != null; work = next()) {
            finish(work, new PrintOutcome.Failed(new DeviceFault("closed", WhoActs.RESET, "")));
        }
    }

    private @Nullable Work next() {
        synchronized (queue) {
            // Under the same lock that adds: nothing is added once the last was taken out of a closed queue.
            closed |= !thread.running();
            return queue.poll();
        }
    }

    private static PrintOutcome perform(Work work) {
        try {
            return work.act().get();
        } catch (RuntimeException e) {
            return new PrintOutcome.Uncertain(
                    new DeviceFault("driver", WhoActs.MAINTENANCE, e.getClass().getName()));
        }
    }

    private void finish(Work work, PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            tally.add(Counter.PAGES, delivered.sheets());
        } else {
            tally.add(Counter.FAILURES);
            tally.add(Counter.PAGES, outcome instanceof PrintOutcome.Partial partial ? partial.sheets() : 0);
        }
        thread.runNotices();
        work.outcome().complete(outcome);
    }

    /** Asks the printer how it is, and tells. */
    private PrinterCondition look() {
        PrinterCondition condition = condition(access.client().printer());
        if (thread.running()) {
            report(status(id(), condition));
        }
        return condition;
    }

    private static PrinterCondition condition(Told<PrinterReport> told) {
        if (told instanceof Told.Value<PrinterReport> report) {
            return PrinterCondition.of(report.value());
        }
        return told instanceof Told.Nothing<PrinterReport> nothing
                ? PrinterCondition.unknown(nothing.fault())
                : PrinterCondition.starting();
    }

    private static DeviceStatus status(DeviceId id, PrinterCondition condition) {
        return new DeviceStatus.OfDocumentPrinter(
                id, condition.state(), condition.paper(), condition.toner(), condition.faults());
    }

    @Override
    public CompletableFuture<PrintOutcome> print(PrintOrder order, Consumer<? super PrintProgress> progress) {
        return enqueue(() -> {
            if (handedOver.contains(order.jobName())) {
                return new PrintOutcome.Uncertain(new DeviceFault("job-name-used", WhoActs.MAINTENANCE, ""));
            }
            PrintRun run = new PrintRun(access, order, step -> thread.execute(() -> progress.accept(step)));
            try {
                return run.perform();
            } finally {
                if (run.mayBeTaken()) {
                    handedOver.add(order.jobName());
                }
            }
        });
    }

    @Override
    public CompletableFuture<PrintOutcome> reconcile(String jobName, int sheets) {
        return enqueue(() -> new Follower(access, sheets, step -> {}).reconcile(jobName));
    }

    private CompletableFuture<PrintOutcome> enqueue(Supplier<PrintOutcome> act) {
        thread.requireRunning();
        Work work = new Work(act, new CompletableFuture<>());
        synchronized (queue) {
            if (closed) {
                throw new IllegalStateException(id() + " was closed");
            }
            queue.add(work);
        }
        thread.wake();
        return work.outcome();
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
