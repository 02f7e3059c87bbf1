package org.yici.kiosk.print;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.yici.base.ErrorCode;
import org.yici.device.DocumentPrinter;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.visit.VisitNavigation;

/** Prints for all services of a session, each job once. On the UI executor. */
public final class PrintService {
    private final UiExecutor executor;
    private final ScreenFlow flow;
    private final AgentClient agent;
    private final PrintReportFactory reports;
    private final ErrorPresenter errors;
    private final Supplier<UUID> keys;
    private final Set<String> ordered = new HashSet<>();

    /** @param keys fresh UUIDs of version 7, not to be guessed */
    public PrintService(
            UiExecutor executor,
            ScreenFlow flow,
            AgentClient agent,
            PrintReportFactory reports,
            ErrorPresenter errors,
            Supplier<UUID> keys) {
        this.executor = executor;
        this.flow = flow;
        this.agent = agent;
        this.reports = reports;
        this.errors = errors;
        this.keys = keys;
    }

    /**
     * Prints {@code job}; its screens are shown from now on until the citizen leaves, or goes on with {@code another}.
     *
     * @param another prints another copy after nothing came out
     */
    public void print(PrintJob job, DocumentPrinter printer, VisitNavigation navigation, Runnable another) {
        if (ordered.add(job.name())) {
            new PrintTransaction(executor, flow, agent, reports, errors, keys, printer, job, navigation, another)
                    .begin();
        } else {
            // The server gave one copy twice.
            errors.show(new DisplayedError(ErrorCode.SERVER_FAULT, job.reference()), Optional.of(another), navigation);
        }
    }
}
