package org.yici.kiosk.service;

import java.util.Optional;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.visit.VisitNavigation;
import org.yici.kiosk.visit.Visitor;

/**
 * What a citizen service is given when it starts.
 *
 * @param visitor who stands there; present whenever the service needs an identity
 * @param devices open
 * @param navigation the ways out
 */
public record ServiceContext(Optional<Visitor> visitor, Devices devices, VisitNavigation navigation) {
    /** Who stands there, for a service that needs an identity. */
    public Visitor knownVisitor() {
        return visitor.orElseThrow(() -> new IllegalStateException("the service was started without a visitor"));
    }
}
