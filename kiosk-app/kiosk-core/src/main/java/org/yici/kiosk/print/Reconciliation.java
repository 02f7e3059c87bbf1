package org.yici.kiosk.print;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.yici.base.WhoActs;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent;
import org.yici.device.DeviceFault;
import org.yici.device.DocumentPrinter;
import org.yici.device.PrintOutcome;
import org.yici.kiosk.flow.ScreenStep;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.AgentClient.Intent;

/**
 * Ends the prints that former sessions left open: each is cancelled at the printer, asked after, and reported. Nothing is printed. A print
 * that may still come out stays open: it is asked after again before anybody is offered to print.
 */
public final class Reconciliation {
    /** The printer's own limits are below this. */
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** The agent gives up after 10 s. */
    private static final Duration KEEPING = Duration.ofSeconds(15);

    private final AgentClient agent;
    private final PrintReportFactory reports;
    private final Queue<Intent> open = new ArrayDeque<>();
    private final Queue<Intent> unanswered = new ArrayDeque<>();

    public Reconciliation(AgentClient agent, PrintReportFactory reports) {
        this.agent = agent;
        this.reports = reports;
    }

    public void add(List<Intent> intents) {
        open.addAll(intents);
    }

    /** Whether some print of a former session may still come out. */
    public boolean pending() {
        return count() > 0;
    }

    /** How many of them. */
    public int count() {
        return open.size() + unanswered.size();
    }

    /** Goes through what is open, within {@code step}; then {@code done}. */
    public void run(DocumentPrinter printer, ScreenStep step, Runnable done) {
        open.addAll(unanswered);
        unanswered.clear();
        next(printer, step, done);
    }

    private void next(DocumentPrinter printer, ScreenStep step, Runnable done) {
        Intent intent = open.peek();
        if (intent == null) {
            done.run();
            return;
        }
        step.await(ask(printer, intent), LIMIT, uncertain("printer-gone", true), outcome -> {
            open.remove();
            if (outcome instanceof PrintOutcome.Uncertain uncertain && uncertain.mayStillPrint()) {
                unanswered.add(intent);
                next(printer, step, done);
            } else {
                report(intent, outcome, step, () -> next(printer, step, done));
            }
        });
    }

    private static CompletableFuture<PrintOutcome> ask(DocumentPrinter printer, Intent intent) {
        if (!intent.printer().equals(printer.id())) {
            // Whoever configured another printer had the machine open; nobody can ask the former one.
            return CompletableFuture.completedFuture(uncertain("printer-unknown", false));
        }
        try {
            return printer.reconcile(intent.jobName(), intent.sheets());
        } catch (IllegalStateException e) {
            return CompletableFuture.completedFuture(uncertain("closed", true));
        }
    }

    private void report(Intent intent, PrintOutcome outcome, ScreenStep step, Runnable then) {
        agent.event(EventCode.PRINT_RECONCILED, SessionEvent.Level.WARNING, Map.of("sheets", (long) intent.sheets()));
        step.await(
                agent.outcome(intent.key(), reports.of(intent.jobName(), Optional.empty(), intent.sheets(), outcome)),
                KEEPING,
                new AgentClient.StoreResult.Stored(),
                kept -> then.run());
    }

    private static PrintOutcome uncertain(String name, boolean mayStillPrint) {
        return new PrintOutcome.Uncertain(new DeviceFault(name, WhoActs.RESET, ""), mayStillPrint);
    }
}
