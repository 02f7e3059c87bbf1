package org.yici.service.certificate;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yici.contract.StoppableService;
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

    private final CertificateDependencies dependencies;
    private final Map<String, UnprintedCopy> unprinted = new HashMap<>();

    public CertificateService(CertificateDependencies dependencies) {
        this.dependencies = dependencies;
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
        new CertificateFlow(dependencies, unprinted, context).begin();
    }
}
