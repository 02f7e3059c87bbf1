package org.yici.session;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.print.PrintService;
import org.yici.kiosk.service.KioskService;
import org.yici.kiosk.service.ServiceRegistry;
import org.yici.service.certificate.CertificateApi;
import org.yici.service.certificate.CertificateDependencies;
import org.yici.service.certificate.CertificateService;
import org.yici.service.certificate.Documents;
import org.yici.view.ViewFactory;
import org.yici.view.ViewProvider;
import org.yici.view.certificate.CertificateViews;

/** The citizen services of this terminal, in the order of the menu: one line each. */
final class InstalledServices {
    private static final List<Installation> ALL =
            List.of(new Installation(CertificateViews::new, InstalledServices::certificates));

    private InstalledServices() {}

    private record Installation(Supplier<ViewProvider> views, Function<Parts, KioskService> service) {}

    /** What services are built from. */
    record Parts(
            UiExecutor executor,
            ScreenFlow flow,
            AgentClient agent,
            PrintService prints,
            ErrorPresenter errors,
            Supplier<UUID> keys,
            CertificateApi certificates,
            Documents documents) {}

    static ViewFactory views() {
        return new ViewFactory(
                ALL.stream().map(installation -> installation.views().get()).toList());
    }

    static ServiceRegistry services(Parts parts) {
        return new ServiceRegistry(ALL.stream()
                .map(installation -> installation.service().apply(parts))
                .toList());
    }

    private static KioskService certificates(Parts parts) {
        return new CertificateService(new CertificateDependencies(
                parts.executor(),
                parts.flow(),
                parts.agent(),
                parts.certificates(),
                parts.documents(),
                parts.prints(),
                parts.errors(),
                parts.keys()));
    }
}
