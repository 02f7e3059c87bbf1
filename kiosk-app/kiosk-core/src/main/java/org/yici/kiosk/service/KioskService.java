package org.yici.kiosk.service;

import java.util.Optional;
import java.util.Set;

/** Something that a citizen can do here. Lives as long as the process; all calls on the UI executor. */
public interface KioskService {
    ServiceId id();

    /** Empty for a service that anybody can use, offline. */
    Set<Requirement> needs();

    /** Begins with this service's first screen; ends by way of {@link ServiceContext#navigation}. */
    void start(ServiceContext context);

    /** Which citizens this service has to be told; empty if it serves anybody. */
    default Optional<Requirement.Identity> identity() {
        return needs().stream()
                .filter(Requirement.Identity.class::isInstance)
                .map(Requirement.Identity.class::cast)
                .findFirst();
    }
}
