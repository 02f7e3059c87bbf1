package org.yici.driver.ipp;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import org.yici.base.Backoff;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.driver.ipp.IppClient.HandOver;
import org.yici.driver.ipp.IppClient.Sheaf;
import org.yici.driver.ipp.IppClient.Told;
import org.yici.driver.pwg.PwgRaster;
import org.yici.driver.pwg.RasterFormat;

/** One order: handed over once, then followed to its end. */
final class PrintRun {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final PrinterAccess printer;
    private final PrintOrder order;
    private final Consumer<? super PrintProgress> progress;
    private boolean mayBeTaken;
    private OptionalInt counter = OptionalInt.empty();

    PrintRun(PrinterAccess printer, PrintOrder order, Consumer<? super PrintProgress> progress) {
        this.printer = printer;
        this.order = order;
        this.progress = progress;
    }

    /** Whether the printer took the document or may have taken it. */
    boolean mayBeTaken() {
        return mayBeTaken;
    }

    PrintOutcome perform() {
        Told<PrinterAbility> told = printer.client().ability();
        if (told instanceof Told.Nothing<PrinterAbility> nothing) {
            return new PrintOutcome.Failed(nothing.fault());
        }
        PrinterAbility ability = ((Told.Value<PrinterAbility>) told).value();
        Optional<String> tray = printer.config().tray(order.paper());
        Optional<DeviceFault> obstacle = ability.obstacle(order, tray);
        if (obstacle.isPresent()) {
            return new PrintOutcome.Failed(obstacle.get());
        }
        EvidenceClass evidence = printer.config().evidence();
        if (evidence == EvidenceClass.PAGE_COUNTER || evidence == EvidenceClass.IMPRESSIONS) {
            PrinterCondition before = printer.look();
            counter = before.impressions();
            if (before.queue()) {
                return failed("evidence-unsupported", WhoActs.MAINTENANCE, "cups-version");
            }
            if (evidence == EvidenceClass.PAGE_COUNTER && counter.isEmpty()) {
                return failed("counter-missing", WhoActs.MAINTENANCE, "printer-impressions-completed");
            }
        }
        Optional<RasterFormat> raster = ability.rasterFor(order);
        if (raster.isEmpty()) {
            return handOver(Sheaf.pdf(order, tray));
        }
        try {
            return handOver(new Sheaf(order, PwgRaster.of(order.pdf(), raster.get()), PwgRaster.TYPE, tray));
        } catch (IOException e) {
            // The library quotes the document in its messages.
            return failed(
                    "document-unreadable", WhoActs.MAINTENANCE, e.getClass().getSimpleName());
        }
    }

    private PrintOutcome handOver(Sheaf sheaf) {
        Backoff backoff = new Backoff(printer.config().poll(), LONGEST_WAIT, new Random());
        long began = printer.time().nanos();
        while (printer.thread().running()) {
            mayBeTaken = true;
            HandOver result = printer.client().print(sheaf, printer.config().waitingLimit());
            Follower follower = new Follower(printer, order.pages(), order.sides(), counter, progress);
            if (result instanceof HandOver.Taken taken) {
                return follower.follow(taken.jobId(), order.jobName());
            }
            if (result instanceof HandOver.Unknown unknown) {
                return follower.search(order.jobName(), unknown.seen());
            }
            if (result instanceof HandOver.NotSent unsent) {
                mayBeTaken = false;
                return new PrintOutcome.Failed(unsent.fault());
            }
            DeviceFault fault = refusal(result);
            Optional<PrintOutcome> taken = follower.takenAllTheSame(order.jobName(), fault);
            if (taken.isPresent()) {
                return taken.get();
            }
            mayBeTaken = false;
            boolean tooLong =
                    printer.time().since(began).compareTo(printer.config().waitingLimit()) > 0;
            if (result instanceof HandOver.Refused || tooLong) {
                return new PrintOutcome.Failed(fault);
            }
            progress.accept(new PrintProgress.Waiting(fault));
            printer.look();
            printer.thread().pause(backoff.next());
        }
        return failed("closed", WhoActs.RESET, "");
    }

    private static DeviceFault refusal(HandOver result) {
        if (result instanceof HandOver.Refused refused) {
            return refused.fault();
        }
        String code = result instanceof HandOver.Busy busy ? busy.code() : "";
        return new DeviceFault("printer-busy", WhoActs.RESET, code);
    }

    private static PrintOutcome failed(String name, WhoActs whoActs, String seen) {
        return new PrintOutcome.Failed(new DeviceFault(name, whoActs, seen));
    }
}
