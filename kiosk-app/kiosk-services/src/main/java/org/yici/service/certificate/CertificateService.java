package org.yici.service.certificate;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.yici.contract.StoppableService;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.print.PrintService;
import org.yici.kiosk.service.IdentityFactor;
import org.yici.kiosk.service.KioskService;
import org.yici.kiosk.service.Requirement;
import org.yici.kiosk.service.ServiceContext;
import org.yici.kiosk.service.ServiceId;

/**
 * 打证明: prints certificates. Remembers for the session's life, which is one visitor's, which copies were only looked at.
 */
public final class CertificateService implements KioskService {
    /** Staff stop and release it under this name. */
    public static final ServiceId ID = new ServiceId(StoppableService.CERTIFICATES.word());

    private final UiExecutor executor;
    private final ScreenFlow flow;
    private final AgentClient agent;
    private final CertificateApi api;
    private final Documents documents;
    private final PrintService prints;
    private final ErrorPresenter errors;
    private final Supplier<UUID> keys;
    private final Map<String, UnprintedCopy> unprinted = new HashMap<>();

    /** @param keys fresh UUIDs of version 7, not to be guessed */
    public CertificateService(
            UiExecutor executor,
            ScreenFlow flow,
            AgentClient agent,
            CertificateApi api,
            Documents documents,
            PrintService prints,
            ErrorPresenter errors,
            Supplier<UUID> keys) {
        this.executor = executor;
        this.flow = flow;
        this.agent = agent;
        this.api = api;
        this.documents = documents;
        this.prints = prints;
        this.errors = errors;
        this.keys = keys;
    }

    @Override
    public ServiceId id() {
        return ID;
    }

    @Override
    public Set<Requirement> needs() {
        return Set.of(
                new Requirement.Identity(EnumSet.of(IdentityFactor.CARD_GENUINE, IdentityFactor.CARD_UNPROVEN)),
                Requirement.Resource.PRINTER,
                Requirement.Resource.SERVER);
    }

    /** Begins with what this visitor can have. */
    @Override
    public void start(ServiceContext context) {
        new CertificateFlow(executor, flow, agent, api, documents, prints, errors, keys, unprinted, context).begin();
    }
}
