package org.yici.journey.certificate;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.yici.base.ErrorCode;
import org.yici.base.WhoActs;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.contract.https.IssuedCopy;
import org.yici.device.DeviceFault;
import org.yici.device.DocumentPrinter;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.journey.front.Front;
import org.yici.journey.front.Patience;
import org.yici.journey.port.Documents;
import org.yici.journey.port.EndReason;
import org.yici.journey.port.Keeper;
import org.yici.journey.port.Keeper.Kept;
import org.yici.journey.port.Loop;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.journey.stage.Trouble;
import org.yici.journey.visit.Exit;
import org.yici.journey.visit.PrinterTrouble;

/**
 * One print with its two lines in the ledger: the intent is on disk before the printer hears of it, the outcome is said afterwards
 * whatever the screen shows by then. A copy is ordered once.
 */
final class LedgeredPrint {
    /** The keeper gives up after 10 s. */
    private static final Duration KEEPING = Duration.ofSeconds(15);

    private static final Duration MARKING = Duration.ofSeconds(15);
    private static final Duration DONE = Duration.ofSeconds(20);
    private static final int REFERENCE = 8;

    private final Loop loop;
    private final Front front;
    private final Documents documents;
    private final Keeper keeper;
    private final PrintReports reports;
    private final Supplier<UUID> keys;
    private final DocumentPrinter printer;
    private final Set<String> ordered;
    private final TroubleScene troubles;
    private final Exit exit;
    private int sheetsOut;

    LedgeredPrint(
            Loop loop,
            Front front,
            Documents documents,
            Keeper keeper,
            PrintReports reports,
            Supplier<UUID> keys,
            DocumentPrinter printer,
            Set<String> ordered,
            TroubleScene troubles,
            Exit exit) {
        this.loop = loop;
        this.front = front;
        this.documents = documents;
        this.keeper = keeper;
        this.reports = reports;
        this.keys = keys;
        this.printer = printer;
        this.ordered = ordered;
        this.troubles = troubles;
        this.exit = exit;
    }

    /** What staff find a copy by: the end of its id. */
    static String reference(IssuedCopy copy) {
        String id = copy.copyId();
        return id.substring(Math.max(0, id.length() - REFERENCE));
    }

    /** Prints; {@code another} orders another copy after nothing came out. */
    void print(IssuedCopy copy, Runnable another) {
        front.show(new Screen.Working(Screen.Work.SENDING_TO_PRINTER), Patience.WITHOUT_END, touch -> {});
        if (!ordered.add(copy.copyId())) {
            troubles.show(new Trouble(ErrorCode.CENTRE_FAULT, reference(copy)), Optional.of(another));
            return;
        }
        front.await(documents.mark(copy, loop.time().now()), MARKING, Optional.empty(), marked -> {
            if (marked.isPresent()) {
                keepIntent(copy, marked.get(), another);
            } else {
                troubles.show(new Trouble(ErrorCode.TERMINAL_FAULT, reference(copy)), Optional.of(another));
            }
        });
    }

    private void keepIntent(IssuedCopy copy, byte[] pdf, Runnable another) {
        Keeper.Intent intent = new Keeper.Intent(keys.get(), copy.copyId(), printer.id(), copy.sheets());
        CompletableFuture<Kept> kept =
                keeper.intent(intent, reports.before(copy.copyId(), copy.certificate(), copy.sheets()));
        front.await(kept, KEEPING, new Kept.No(ErrorCode.KEEPER_GONE), answer -> {
            if (answer instanceof Kept.No no) {
                disown(intent, copy, no.reason());
                troubles.show(new Trouble(no.reason(), reference(copy)), Optional.empty());
            } else {
                order(intent, copy, pdf, another);
            }
        });
    }

    /** The agent may have written the intent without our hearing of it: nothing was sent, and this says so. */
    private void disown(Keeper.Intent intent, IssuedCopy copy, ErrorCode reason) {
        if (reason == ErrorCode.KEEPER_GONE) {
            keep(intent, copy, failed("not-sent"));
        }
    }

    private void order(Keeper.Intent intent, IssuedCopy copy, byte[] pdf, Runnable another) {
        sheetsOut = 0;
        Screen.Printing begun = new Screen.Printing(0, copy.sheets(), Optional.empty());
        front.show(begun, Patience.WITHOUT_END, touch -> {});
        long began = loop.time().nanos();
        hand(copy, pdf)
                .whenComplete((outcome, failure) -> loop.execute(() -> {
                    PrintOutcome result = failure == null ? outcome : uncertain("driver");
                    keep(intent, copy, result);
                    tell(result, loop.time().since(began));
                    if (front.shows(Screen.Printing.class)) {
                        show(result, copy, another);
                    }
                }));
    }

    private CompletableFuture<PrintOutcome> hand(IssuedCopy copy, byte[] pdf) {
        try {
            return printer.print(
                    new PrintOrder(copy.copyId(), pdf, copy.sheets()),
                    step -> loop.execute(() -> progress(step, copy)));
        } catch (IllegalStateException | IllegalArgumentException e) {
            // The device was closed, or the centre named a copy that no printer takes: nothing was handed over.
            return CompletableFuture.completedFuture(failed("not-sent"));
        }
    }

    private void progress(PrintProgress step, IssuedCopy copy) {
        if (!front.shows(Screen.Printing.class)) {
            return;
        }
        if (step instanceof PrintProgress.Sent) {
            keeper.event(EventCode.PRINT_SENT, Level.INFO, Map.of("sheets", (long) copy.sheets()));
        } else if (step instanceof PrintProgress.Printing printing) {
            sheetsOut = printing.sheets();
            front.update(new Screen.Printing(sheetsOut, copy.sheets(), Optional.empty()));
        } else if (step instanceof PrintProgress.Waiting waiting) {
            front.update(new Screen.Printing(sheetsOut, copy.sheets(), Optional.of(waits(waiting.fault()))));
        }
    }

    private Trouble waits(DeviceFault fault) {
        return PrinterTrouble.of(printer.status())
                .orElseGet(() -> Trouble.of(
                        fault.whoActs() == WhoActs.RESET ? ErrorCode.PRINTER_GONE : ErrorCode.PRINTER_FAULT));
    }

    private void keep(Keeper.Intent intent, IssuedCopy copy, PrintOutcome outcome) {
        keeper.outcome(
                intent.key(), reports.of(copy.copyId(), Optional.of(copy.certificate()), copy.sheets(), outcome));
    }

    private void tell(PrintOutcome outcome, Duration took) {
        EventCode code = outcome instanceof PrintOutcome.Delivered
                ? EventCode.PRINT_DELIVERED
                : outcome instanceof PrintOutcome.Partial
                        ? EventCode.PRINT_PARTIAL
                        : outcome instanceof PrintOutcome.Failed ? EventCode.PRINT_FAILED : EventCode.PRINT_UNCERTAIN;
        Level level = code == EventCode.PRINT_DELIVERED ? Level.INFO : Level.ERROR;
        keeper.event(code, level, Map.of("millis", took.toMillis()));
    }

    private void show(PrintOutcome outcome, IssuedCopy copy, Runnable another) {
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            done(delivered);
        } else if (outcome instanceof PrintOutcome.Partial partial) {
            Trouble trouble = new Trouble(ErrorCode.PRINT_PARTIAL, reference(copy));
            troubles.showAfterPrint(trouble, Optional.empty(), partial.sheets());
        } else if (outcome instanceof PrintOutcome.Failed) {
            Trouble trouble = new Trouble(ErrorCode.PRINT_FAILED, reference(copy));
            troubles.showAfterPrint(trouble, Optional.of(another), 0);
        } else {
            Trouble trouble = new Trouble(ErrorCode.PRINT_UNCERTAIN, reference(copy));
            troubles.showAfterPrint(trouble, Optional.empty(), Exit.MAYBE_PAPER);
        }
    }

    private void done(PrintOutcome.Delivered delivered) {
        boolean look =
                delivered.evidence() == EvidenceClass.JOB_STATE || delivered.evidence() == EvidenceClass.CITIZEN_WORD;
        front.show(
                new Screen.Done(delivered.sheets(), look),
                Patience.of(DONE, () -> exit.leave(EndReason.FINISHED, delivered.sheets())),
                touch -> {
                    if (touch instanceof Touch.End) {
                        exit.leave(EndReason.FINISHED, delivered.sheets());
                    }
                });
    }

    private static PrintOutcome failed(String name) {
        return new PrintOutcome.Failed(new DeviceFault(name, WhoActs.RESET, ""));
    }

    private static PrintOutcome uncertain(String name) {
        return new PrintOutcome.Uncertain(new DeviceFault(name, WhoActs.MAINTENANCE, ""));
    }
}
