package org.yici.service.fake;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.port.WindowControl;
import org.yici.kiosk.print.PrintReportFactory;
import org.yici.kiosk.print.PrintService;
import org.yici.kiosk.service.ServiceRegistry;
import org.yici.kiosk.ui.ScreenPresenter;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.VisitController;
import org.yici.service.certificate.CertificateApi;
import org.yici.service.certificate.CertificateDependencies;
import org.yici.service.certificate.CertificateService;
import org.yici.service.certificate.Documents;

/**
 * Builds the life of a session whose terminal offers certificates, from the outsides that a test chooses.
 *
 * @param session random id of the session, for reports
 * @param keys fresh UUIDs
 */
public record CertificateTerminal(
        UiExecutor executor,
        ScreenPresenter presenter,
        WindowControl window,
        AgentClient agent,
        CertificateApi server,
        Documents documents,
        String session,
        Supplier<UUID> keys) {

    /** The life of one session; the agent tells it of grants from now on. */
    public VisitController start(Set<Card> cards, Devices.Opener opener) {
        ScreenFlow flow = new ScreenFlow(executor, presenter);
        PrintReportFactory reports = new PrintReportFactory(executor.time(), session);
        ErrorPresenter errors = new ErrorPresenter(flow, agent);
        PrintService prints = new PrintService(executor, flow, agent, reports, errors, keys);
        CertificateService certificates = new CertificateService(
                new CertificateDependencies(executor, flow, agent, server, documents, prints, errors, keys));
        VisitController visit = new VisitController(
                cards, executor, flow, window, agent, opener, new ServiceRegistry(List.of(certificates)), reports);
        agent.listen(visit);
        return visit;
    }
}
