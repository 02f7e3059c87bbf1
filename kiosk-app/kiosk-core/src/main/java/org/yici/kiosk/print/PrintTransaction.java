package org.yici.kiosk.print;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yici.base.ErrorCode;
import org.yici.base.WhoActs;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.device.DeviceFault;
import org.yici.device.DocumentPrinter;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.error.PrinterErrorMapper;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenStep;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.AgentClient.StoreResult;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.Message;
import org.yici.kiosk.ui.ScreenTraits;
import org.yici.kiosk.visit.PaperInTray;
import org.yici.kiosk.visit.VisitNavigation;
import org.yici.kiosk.visit.VisitScreen;

/**
 * One print with two lines in the ledger: the intent is on disk before the printer hears of it, the outcome is told afterwards whatever
 * the screen shows by then. An outcome after which paper may still come leaves the intent open. On the UI executor.
 */
final class PrintTransaction {
    /** The agent is given up after 10 s. */
    private static final Duration STORING = Duration.ofSeconds(15);

    private static final Duration PREPARING = Duration.ofSeconds(15);
    private static final int PRINT_OUTCOME_FORMAT = 1;
    private static final Message SENDING = Message.of("print.sending");

    private enum State {
        /** The document is being made ready. */
        PREPARED,
        /** The intent is on its way to the disk. */
        INTENT_SENT,
        /** It is on disk; the printer has the document, or had it offered. */
        SUBMITTED,
        /** Nothing more will be told, or the outcome was. */
        ENDED
    }

    private final UiExecutor executor;
    private final ScreenFlow flow;
    private final AgentClient agent;
    private final PrintReportFactory reports;
    private final ErrorPresenter errors;
    private final Supplier<UUID> keys;
    private final DocumentPrinter printer;
    private final PrintJob job;
    private final VisitNavigation navigation;
    private final Runnable another;
    private final PrintResultPresenter results;
    private State state = State.PREPARED;
    private int sheetsOut;
    private @Nullable ScreenStep goodbye;

    PrintTransaction(
            UiExecutor executor,
            ScreenFlow flow,
            AgentClient agent,
            PrintReportFactory reports,
            ErrorPresenter errors,
            Supplier<UUID> keys,
            DocumentPrinter printer,
            PrintJob job,
            VisitNavigation navigation,
            Runnable another) {
        this.executor = executor;
        this.flow = flow;
        this.agent = agent;
        this.reports = reports;
        this.errors = errors;
        this.keys = keys;
        this.printer = printer;
        this.job = job;
        this.navigation = navigation;
        this.another = another;
        this.results = new PrintResultPresenter(flow, errors, navigation);
    }

    void begin() {
        showSending(() -> state = State.ENDED).await(job.content().get(), PREPARING, Optional.empty(), pdf -> {
            if (pdf.isPresent()) {
                storeIntent(pdf.get());
            } else {
                state = State.ENDED;
                errors.show(error(ErrorCode.TERMINAL_FAULT), Optional.of(another), navigation);
            }
        });
    }

    private ScreenStep showSending(Runnable withdraw) {
        CommonScreen sending = new CommonScreen.Working(
                CommonScreen.Activity.PRINTING,
                SENDING,
                ScreenTraits.PLAIN.withExit().withPersonal().surviving());
        return flow.show(sending, ScreenTimeout.NONE, action -> {
            if (action instanceof CitizenAction.Exit) {
                withdraw.run();
                navigation.leave(EndReason.CANCELLED, PaperInTray.NONE);
            }
        });
    }

    private void storeIntent(byte[] pdf) {
        AgentClient.Intent intent = new AgentClient.Intent(keys.get(), job.name(), printer.id(), job.sheets());
        state = State.INTENT_SENT;
        ScreenStep step = showSending(() -> withdraw(intent));
        CompletableFuture<StoreResult> stored =
                agent.intent(intent, reports.before(job.name(), job.certificate(), job.sheets()));
        stored.thenAccept(answer -> executor.execute(() -> storedTooLate(answer, intent, step)));
        step.await(stored, STORING, new StoreResult.Rejected(ErrorCode.AGENT_GONE), answer -> {
            if (answer instanceof StoreResult.Rejected rejected) {
                if (rejected.reason() == ErrorCode.AGENT_GONE) {
                    withdraw(intent);
                }
                state = State.ENDED;
                errors.show(error(rejected.reason()), Optional.empty(), navigation);
            } else {
                submit(intent, pdf);
            }
        });
    }

    /** The screen has gone on without the citizen or this print. */
    private void storedTooLate(StoreResult answer, AgentClient.Intent intent, ScreenStep step) {
        if (answer instanceof StoreResult.Stored && state == State.INTENT_SENT && !step.isCurrent()) {
            withdraw(intent);
        }
    }

    /** The intent is on disk, or may be: nothing was sent, and this says so. */
    private void withdraw(AgentClient.Intent intent) {
        state = State.ENDED;
        store(intent, failed("not-sent"));
    }

    private void submit(AgentClient.Intent intent, byte[] pdf) {
        state = State.SUBMITTED;
        ScreenStep step = flow.show(printing(Optional.empty()), ScreenTimeout.NONE, this::acted);
        long began = executor.time().nanos();
        handOver(pdf, step)
                .whenComplete((known, failure) -> executor.execute(() -> {
                    PrintOutcome outcome = failure == null ? known : mayStillPrint("driver");
                    ended(intent, outcome, step, began);
                }));
    }

    private void ended(AgentClient.Intent intent, PrintOutcome outcome, ScreenStep step, long began) {
        ScreenStep leaving = goodbye;
        if (step.isCurrent() && DeliveryConfirmation.isNeeded(outcome)) {
            DeliveryConfirmation.ask(flow, job.sheets(), navigation, new Answer(intent, outcome, began));
            return;
        }
        settle(intent, outcome, began);
        if (step.isCurrent()) {
            results.show(outcome, job, another);
        } else if (leaving != null && leaving.isCurrent()) {
            navigation.leave(EndReason.CANCELLED, PrintResultPresenter.paper(outcome));
        }
    }

    private void settle(AgentClient.Intent intent, PrintOutcome outcome, long began) {
        state = State.ENDED;
        store(intent, outcome);
        tell(outcome, executor.time().since(began));
    }

    /** What the citizen says of the paper goes into the ledger; who says nothing leaves what the printer said. */
    private final class Answer implements DeliveryConfirmation.Listener {
        private final AgentClient.Intent intent;
        private final PrintOutcome printers;
        private final long began;

        Answer(AgentClient.Intent intent, PrintOutcome printers, long began) {
            this.intent = intent;
            this.printers = printers;
            this.began = began;
        }

        @Override
        public void came(PrintOutcome.Delivered outcome) {
            settle(intent, outcome, began);
            results.done(outcome);
        }

        @Override
        public void didNotCome(PrintOutcome.Uncertain outcome) {
            settle(intent, outcome, began);
            results.missing(outcome, job);
        }

        @Override
        public void nothingSaid() {
            settle(intent, printers, began);
        }
    }

    /** Who does not want to wait is let go; what comes out is seen to its end first. */
    private void acted(CitizenAction action) {
        if (action instanceof CitizenAction.Exit) {
            goodbye = flow.show(new VisitScreen.Goodbye(PaperInTray.UNKNOWN), ScreenTimeout.NONE, other -> {});
        }
    }

    private CompletableFuture<PrintOutcome> handOver(byte[] pdf, ScreenStep step) {
        try {
            PrintOrder order = new PrintOrder(job.name(), pdf, job.sheets());
            return BoundedPrint.begin(printer, order, progress -> progressed(progress, step), executor);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // The device was closed, or the server named a copy that no printer takes: nothing was handed over.
            return CompletableFuture.completedFuture(failed("not-sent"));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(mayStillPrint("driver"));
        }
    }

    private void progressed(PrintProgress progress, ScreenStep step) {
        if (progress instanceof PrintProgress.Sent) {
            agent.event(EventCode.PRINT_SENT, Level.INFO, Map.of("sheets", (long) job.sheets()));
        } else if (progress instanceof PrintProgress.Printing printing) {
            sheetsOut = printing.sheets();
            step.update(printing(Optional.empty()));
        } else if (progress instanceof PrintProgress.Waiting waiting) {
            step.update(printing(Optional.of(waits(waiting.fault()))));
        }
    }

    private PrintScreen.Printing printing(Optional<DisplayedError> waiting) {
        return new PrintScreen.Printing(sheetsOut, job.sheets(), waiting);
    }

    private DisplayedError waits(DeviceFault fault) {
        return PrinterErrorMapper.of(printer.status())
                .orElseGet(() -> DisplayedError.of(
                        fault.whoActs() == WhoActs.RESET ? ErrorCode.PRINTER_GONE : ErrorCode.PRINTER_FAULT));
    }

    /** A print that may still come is told under a key of its own, and its intent stays open for the next session. */
    private void store(AgentClient.Intent intent, PrintOutcome outcome) {
        PrintReport report = reports.of(job.name(), job.certificate(), job.sheets(), outcome);
        if (outcome instanceof PrintOutcome.Uncertain uncertain && uncertain.mayStillPrint()) {
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

    private DisplayedError error(ErrorCode code) {
        return new DisplayedError(code, job.reference());
    }

    private static PrintOutcome failed(String name) {
        return new PrintOutcome.Failed(new DeviceFault(name, WhoActs.RESET, ""));
    }

    private static PrintOutcome mayStillPrint(String fault) {
        return new PrintOutcome.Uncertain(new DeviceFault(fault, WhoActs.MAINTENANCE, ""), true);
    }
}
