package org.yici.journey.certificate;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yici.base.ErrorCode;
import org.yici.base.WhoActs;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.contract.https.IssuedCopy;
import org.yici.device.DeviceFault;
import org.yici.device.DocumentPrinter;
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
 * Prints with two lines in the ledger: the intent is on disk before the printer hears of it, the outcome is said afterwards whatever the
 * screen shows by then. A copy is ordered once. One print at a time.
 */
final class LedgeredPrint {
    /** The keeper gives up after 10 s. */
    private static final Duration KEEPING = Duration.ofSeconds(15);

    private static final Duration MARKING = Duration.ofSeconds(15);
    private static final int PRINT_OUTCOME_FORMAT = 1;

    private final Loop loop;
    private final Front front;
    private final Documents documents;
    private final Keeper keeper;
    private final PrintReports reports;
    private final Supplier<UUID> keys;
    private final DocumentPrinter printer;
    private final Set<String> ordered;
    private final TroubleScene troubles;
    private final PrintEnd end;
    private final PaperQuestion question;
    private final Exit exit;
    private Keeper.@Nullable Intent undecided;
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
        this.end = new PrintEnd(front, troubles, exit);
        this.question = new PaperQuestion(front, exit);
        this.exit = exit;
    }

    /** Prints; {@code another} orders another copy after nothing came out. */
    void print(IssuedCopy copy, Runnable another) {
        if (!ordered.add(copy.copyId())) {
            // The centre gave one copy twice.
            troubles.show(new Trouble(ErrorCode.CENTRE_FAULT, PrintEnd.reference(copy)), Optional.of(another));
            return;
        }
        send(() -> {});
        front.await(documents.mark(copy, loop.time().now()), MARKING, Optional.empty(), marked -> {
            if (marked.isPresent()) {
                keepIntent(copy, marked.get(), another);
            } else {
                troubles.show(new Trouble(ErrorCode.TERMINAL_FAULT, PrintEnd.reference(copy)), Optional.of(another));
            }
        });
    }

    private void send(Runnable takeBack) {
        front.show(new Screen.Working(Screen.Work.SENDING_TO_PRINTER), Patience.WITHOUT_END, touch -> {
            if (touch instanceof Touch.End) {
                takeBack.run();
                exit.leave(EndReason.LEFT, 0);
            }
        });
    }

    private void keepIntent(IssuedCopy copy, byte[] pdf, Runnable another) {
        Keeper.Intent intent = new Keeper.Intent(keys.get(), copy.copyId(), printer.id(), copy.sheets());
        undecided = intent;
        send(() -> takeBack(intent, copy));
        CompletableFuture<Kept> kept =
                keeper.intent(intent, reports.before(copy.copyId(), copy.certificate(), copy.sheets()));
        kept.thenAccept(answer -> loop.execute(() -> keptTooLate(answer, intent, copy)));
        front.await(kept, KEEPING, new Kept.No(ErrorCode.KEEPER_GONE), answer -> {
            if (answer instanceof Kept.No no) {
                if (no.reason() == ErrorCode.KEEPER_GONE) {
                    takeBack(intent, copy);
                }
                undecided = null;
                troubles.show(new Trouble(no.reason(), PrintEnd.reference(copy)), Optional.empty());
            } else {
                undecided = null;
                order(intent, copy, pdf, another);
            }
        });
    }

    /** The screen has gone on without the citizen or this journey. */
    private void keptTooLate(Kept answer, Keeper.Intent intent, IssuedCopy copy) {
        boolean waitedFor = front.shows(new Screen.Working(Screen.Work.SENDING_TO_PRINTER));
        if (answer instanceof Kept.Yes && intent.equals(undecided) && !waitedFor) {
            takeBack(intent, copy);
        }
    }

    /** The intent is on disk, or may be: nothing was sent, and this says so. */
    private void takeBack(Keeper.Intent intent, IssuedCopy copy) {
        undecided = null;
        keep(intent, copy, failed("not-sent"));
    }

    private void order(Keeper.Intent intent, IssuedCopy copy, byte[] pdf, Runnable another) {
        sheetsOut = 0;
        front.show(new Screen.Printing(0, copy.sheets(), Optional.empty()), Patience.WITHOUT_END, this::onPrinting);
        long began = loop.time().nanos();
        hand(copy, pdf)
                .whenComplete((known, failure) -> loop.execute(() -> {
                    PrintOutcome result = failure == null ? known : mayStillPrint("driver");
                    Consumer<PrintOutcome> settle = last -> {
                        keep(intent, copy, last);
                        tell(last, loop.time().since(began));
                    };
                    if (front.shows(Screen.Printing.class) && PaperQuestion.isNeeded(result)) {
                        question.ask(copy.sheets(), new Word(result, copy, settle));
                    } else {
                        settle.accept(result);
                        show(result, copy, another);
                    }
                }));
    }

    private void show(PrintOutcome result, IssuedCopy copy, Runnable another) {
        if (front.shows(Screen.Printing.class)) {
            end.show(result, copy, another);
        } else if (front.shows(new Screen.Goodbye(Exit.MAYBE_PAPER))) {
            exit.leave(EndReason.LEFT, PrintEnd.sheets(result));
        }
    }

    /** What the citizen says of the paper goes into the ledger; who says nothing leaves what the printer said. */
    private final class Word implements PaperQuestion.Listener {
        private final PrintOutcome printers;
        private final IssuedCopy copy;
        private final Consumer<PrintOutcome> settle;

        Word(PrintOutcome printers, IssuedCopy copy, Consumer<PrintOutcome> settle) {
            this.printers = printers;
            this.copy = copy;
            this.settle = settle;
        }

        @Override
        public void came(PrintOutcome.Delivered outcome) {
            settle.accept(outcome);
            end.done(outcome);
        }

        @Override
        public void didNotCome(PrintOutcome.Uncertain outcome) {
            settle.accept(outcome);
            end.missing(outcome, copy);
        }

        @Override
        public void nothingSaid() {
            settle.accept(printers);
        }
    }

    /** Who does not want to wait is let go; what comes out is seen to its end first. */
    private void onPrinting(Touch touch) {
        if (touch instanceof Touch.End) {
            front.show(new Screen.Goodbye(Exit.MAYBE_PAPER), Patience.WITHOUT_END, other -> {});
        }
    }

    private CompletableFuture<PrintOutcome> hand(IssuedCopy copy, byte[] pdf) {
        try {
            PrintOrder order = new PrintOrder(copy.copyId(), pdf, copy.sheets());
            return BoundedPrint.begin(printer, order, step -> progress(step, copy), loop);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // The device was closed, or the centre named a copy that no printer takes: nothing was handed over.
            return CompletableFuture.completedFuture(failed("not-sent"));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(mayStillPrint("driver"));
        }
    }

    private void progress(PrintProgress step, IssuedCopy copy) {
        if (step instanceof PrintProgress.Sent) {
            keeper.event(EventCode.PRINT_SENT, Level.INFO, Map.of("sheets", (long) copy.sheets()));
        } else if (step instanceof PrintProgress.Printing printing) {
            sheetsOut = printing.sheets();
            show(copy, Optional.empty());
        } else if (step instanceof PrintProgress.Waiting waiting) {
            show(copy, Optional.of(waits(waiting.fault())));
        }
    }

    private void show(IssuedCopy copy, Optional<Trouble> waiting) {
        if (front.shows(Screen.Printing.class)) {
            front.update(new Screen.Printing(sheetsOut, copy.sheets(), waiting));
        }
    }

    private Trouble waits(DeviceFault fault) {
        return PrinterTrouble.of(printer.status())
                .orElseGet(() -> Trouble.of(
                        fault.whoActs() == WhoActs.RESET ? ErrorCode.PRINTER_GONE : ErrorCode.PRINTER_FAULT));
    }

    /** A print that may still come is told under a key of its own, and its intent stays open for the next session. */
    private void keep(Keeper.Intent intent, IssuedCopy copy, PrintOutcome outcome) {
        PrintReport report = reports.of(copy.copyId(), Optional.of(copy.certificate()), copy.sheets(), outcome);
        if (mayStillPrint(outcome)) {
            keeper.entry(keys.get(), EntryKinds.PRINT_OUTCOME, PRINT_OUTCOME_FORMAT, report);
        } else {
            keeper.outcome(intent.key(), report);
        }
    }

    private void tell(PrintOutcome outcome, Duration took) {
        EventCode code = code(outcome);
        Level level = code == EventCode.PRINT_DELIVERED ? Level.INFO : Level.ERROR;
        keeper.event(code, level, Map.of("millis", took.toMillis()));
    }

    private static EventCode code(PrintOutcome outcome) {
        if (outcome instanceof PrintOutcome.Delivered) {
            return EventCode.PRINT_DELIVERED;
        }
        if (outcome instanceof PrintOutcome.Partial) {
            return EventCode.PRINT_PARTIAL;
        }
        return outcome instanceof PrintOutcome.Failed ? EventCode.PRINT_FAILED : EventCode.PRINT_UNCERTAIN;
    }

    private static PrintOutcome failed(String name) {
        return new PrintOutcome.Failed(new DeviceFault(name, WhoActs.RESET, ""));
    }

    private static boolean mayStillPrint(PrintOutcome outcome) {
        return outcome instanceof PrintOutcome.Uncertain uncertain && uncertain.mayStillPrint();
    }

    private static PrintOutcome mayStillPrint(String fault) {
        return new PrintOutcome.Uncertain(new DeviceFault(fault, WhoActs.MAINTENANCE, ""), true);
    }
}
