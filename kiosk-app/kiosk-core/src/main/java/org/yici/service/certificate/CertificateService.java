package org.yici.service.certificate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.yici.device.DocumentPrinter;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.Documents;
import org.yici.kiosk.port.ServerApi;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.print.PrintReportFactory;
import org.yici.kiosk.print.PrintTransaction;
import org.yici.kiosk.visit.VisitNavigation;
import org.yici.kiosk.visit.Visitor;

/** Where certificates are printed: serves a visitor, and remembers for the session's life, which is one visitor's, which copies
 * were ordered and which were only looked at. */
public final class CertificateService {
    private final UiExecutor loop;
    private final ScreenFlow flow;
    private final ServerApi server;
    private final Documents documents;
    private final AgentClient agent;
    private final PrintReportFactory reports;
    private final Supplier<UUID> keys;
    private final Set<String> ordered = new HashSet<>();
    private final Map<String, UUID> unprinted = new HashMap<>();

    /** @param keys fresh UUIDs of version 7, not to be guessed */
    public CertificateService(
            UiExecutor loop,
            ScreenFlow flow,
            ServerApi server,
            Documents documents,
            AgentClient agent,
            PrintReportFactory reports,
            Supplier<UUID> keys) {
        this.loop = loop;
        this.flow = flow;
        this.server = server;
        this.documents = documents;
        this.agent = agent;
        this.reports = reports;
        this.keys = keys;
    }

    /** Begins with what this visitor can have; ends at {@code navigation}. */
    public void serve(Visitor visitor, DocumentPrinter printer, VisitNavigation navigation) {
        ErrorPresenter errors = new ErrorPresenter(flow, agent, navigation);
        PrintTransaction prints =
                new PrintTransaction(loop, flow, documents, agent, reports, keys, printer, ordered, errors, navigation);
        new CertificateFlow(
                        flow, server, documents, agent, keys, unprinted, visitor, printer, prints, errors, navigation)
                .begin();
    }
}
