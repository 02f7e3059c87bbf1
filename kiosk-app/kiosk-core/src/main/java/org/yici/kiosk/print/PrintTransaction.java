package org.yici.kiosk.print;

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
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.error.PrinterErrorMapper;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.AgentClient.StoreResult;
import org.yici.kiosk.port.Documents;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.VisitNavigation;

/**
 * Prints with two lines in the ledger: the intent is on disk before the printer hears of it, the outcome is said afterwards whatever the
 * screen shows by then. A copy is ordered once. One print at a time.
 */
public final class PrintTransaction {
    /** The agent gives up after 10 s. */
    private static final Duration KEEPING = Duration.ofSeconds(15);

    private static final Duration MARKING = Duration.ofSeconds(15);
    private static final int PRINT_OUTCOME_FORMAT = 1;

    private final UiExecutor loop;
    private final ScreenFlow flow;
    private final Documents documents;
    private final AgentClient agent;
    private final PrintReportFactory reports;
    private final Supplier<UUID> keys;
    private final DocumentPrinter printer;
    private final Set<String> ordered;
    private final ErrorPresenter errors;
    private final PrintResultPresenter end;
    private final DeliveryConfirmation question;
    private final VisitNavigation navigation;
    private AgentClient.@Nullable Intent undecided;
    private int sheetsOut;

    public PrintTransaction(
            UiExecutor loop,
            ScreenFlow flow,
            Documents documents,
            AgentClient agent,
            PrintReportFactory reports,
            Supplier<UUID> keys,
            DocumentPrinter printer,
            Set<String> ordered,
            ErrorPresenter errors,
            VisitNavigation navigation) {
        this.loop = loop;
        this.flow = flow;
        this.documents = documents;
        this.agent = agent;
        this.reports = reports;
        this.keys = keys;
        this.printer = printer;
        this.ordered = ordered;
        this.errors = errors;
        this.end = new PrintResultPresenter(flow, errors, navigation);
        this.question = new DeliveryConfirmation(flow, navigation);
        this.navigation = navigation;
    }

    /** Prints; {@code another} orders another copy after nothing came out. */
    public void print(IssuedCopy copy, Runnable another) {
        if (!ordered.add(copy.copyId())) {
            // The server gave one copy twice.
            errors.show(
                    new DisplayedError(ErrorCode.CENTRE_FAULT, PrintResultPresenter.reference(copy)),
                    Optional.of(another));
            return;
        }
        send(() -> {});
        flow.await(documents.mark(copy, loop.time().now()), MARKING, Optional.empty(), marked -> {
            if (marked.isPresent()) {
                keepIntent(copy, marked.get(), another);
            } else {
                errors.show(
                        new DisplayedError(ErrorCode.TERMINAL_FAULT, PrintResultPresenter.reference(copy)),
                        Optional.of(another));
            }
        });
    }

    private void send(Runnable takeBack) {
        flow.show(new Screen.Working(Screen.Work.SENDING_TO_PRINTER), ScreenTimeout.WITHOUT_END, touch -> {
            if (touch instanceof CitizenAction.End) {
                takeBack.run();
                navigation.leave(EndReason.LEFT, 0);
            }
        });
    }

    private void keepIntent(IssuedCopy copy, byte[] pdf, Runnable another) {
        AgentClient.Intent intent = new AgentClient.Intent(keys.get(), copy.copyId(), printer.id(), copy.sheets());
        undecided = intent;
        send(() -> takeBack(intent, copy));
        CompletableFuture<StoreResult> kept =
                agent.intent(intent, reports.before(copy.copyId(), copy.certificate(), copy.sheets()));
        kept.thenAccept(answer -> loop.execute(() -> keptTooLate(answer, intent, copy)));
        flow.await(kept, KEEPING, new StoreResult.Rejected(ErrorCode.KEEPER_GONE), answer -> {
            if (answer instanceof StoreResult.Rejected no) {
                if (no.reason() == ErrorCode.KEEPER_GONE) {
                    takeBack(intent, copy);
                }
                undecided = null;
                errors.show(new DisplayedError(no.reason(), PrintResultPresenter.reference(copy)), Optional.empty());
            } else {
                undecided = null;
                order(intent, copy, pdf, another);
            }
        });
    }

    /** The screen has gone on without the citizen or this flow. */
    private void keptTooLate(StoreResult answer, AgentClient.Intent intent, IssuedCopy copy) {
        boolean waitedFor = flow.shows(new Screen.Working(Screen.Work.SENDING_TO_PRINTER));
        if (answer instanceof StoreResult.Stored && intent.equals(undecided) && !waitedFor) {
            takeBack(intent, copy);
        }
    }

    /** The intent is on disk, or may be: nothing was sent, and this says so. */
    private void takeBack(AgentClient.Intent intent, IssuedCopy copy) {
        undecided = null;
        keep(intent, copy, failed("not-sent"));
    }

    private void order(AgentClient.Intent intent, IssuedCopy copy, byte[] pdf, Runnable another) {
        sheetsOut = 0;
        flow.show(new Screen.Printing(0, copy.sheets(), Optional.empty()), ScreenTimeout.WITHOUT_END, this::onPrinting);
        long began = loop.time().nanos();
        hand(copy, pdf)
                .whenComplete((known, failure) -> loop.execute(() -> {
                    PrintOutcome result = failure == null ? known : mayStillPrint("driver");
                    Consumer<PrintOutcome> settle = last -> {
                        keep(intent, copy, last);
                        tell(last, loop.time().since(began));
                    };
                    if (flow.shows(Screen.Printing.class) && DeliveryConfirmation.isNeeded(result)) {
                        question.ask(copy.sheets(), new Word(result, copy, settle));
                    } else {
                        settle.accept(result);
                        show(result, copy, another);
                    }
                }));
    }

    private void show(PrintOutcome result, IssuedCopy copy, Runnable another) {
        if (flow.shows(Screen.Printing.class)) {
            end.show(result, copy, another);
        } else if (flow.shows(new Screen.Goodbye(VisitNavigation.MAYBE_PAPER))) {
            navigation.leave(EndReason.LEFT, PrintResultPresenter.sheets(result));
        }
    }

    /** What the citizen says of the paper goes into the ledger; who says nothing leaves what the printer said. */
    private final class Word implements DeliveryConfirmation.Listener {
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
    private void onPrinting(CitizenAction touch) {
        if (touch instanceof CitizenAction.End) {
            flow.show(new Screen.Goodbye(VisitNavigation.MAYBE_PAPER), ScreenTimeout.WITHOUT_END, other -> {});
        }
    }

    private CompletableFuture<PrintOutcome> hand(IssuedCopy copy, byte[] pdf) {
        try {
            PrintOrder order = new PrintOrder(copy.copyId(), pdf, copy.sheets());
            return BoundedPrint.begin(printer, order, step -> progress(step, copy), loop);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // The device was closed, or the server named a copy that no printer takes: nothing was handed over.
            return CompletableFuture.completedFuture(failed("not-sent"));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(mayStillPrint("driver"));
        }
    }

    private void progress(PrintProgress step, IssuedCopy copy) {
        if (step instanceof PrintProgress.Sent) {
            agent.event(EventCode.PRINT_SENT, Level.INFO, Map.of("sheets", (long) copy.sheets()));
        } else if (step instanceof PrintProgress.Printing printing) {
            sheetsOut = printing.sheets();
            show(copy, Optional.empty());
        } else if (step instanceof PrintProgress.Waiting waiting) {
            show(copy, Optional.of(waits(waiting.fault())));
        }
    }

    private void show(IssuedCopy copy, Optional<DisplayedError> waiting) {
        if (flow.shows(Screen.Printing.class)) {
            flow.update(new Screen.Printing(sheetsOut, copy.sheets(), waiting));
        }
    }

    private DisplayedError waits(DeviceFault fault) {
        return PrinterErrorMapper.of(printer.status())
                .orElseGet(() -> DisplayedError.of(
                        fault.whoActs() == WhoActs.RESET ? ErrorCode.PRINTER_GONE : ErrorCode.PRINTER_FAULT));
    }

    /** A print that may still come is told under a key of its own, and its intent stays open for the next session. */
    private void keep(AgentClient.Intent intent, IssuedCopy copy, PrintOutcome outcome) {
        PrintReport report = reports.of(copy.copyId(), Optional.of(copy.certificate()), copy.sheets(), outcome);
        if (mayStillPrint(outcome)) {
            agent.entry(keys.get(), EntryKinds.PRINT_OUTCOME, PRINT_OUTCOME_FORMAT, report);
        } else {
            agent.outcome(intent.key(), report);
        }
    }

    private void tell(PrintOutcome outcome, Duration took) {
        EventCode code = code(outcome);
        Level level = code == EventCode.PRINT_DELIVERED ? Level.INFO : Level.ERROR;
        agent.event(code, level, Map.of("millis", took.toMillis()));
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
