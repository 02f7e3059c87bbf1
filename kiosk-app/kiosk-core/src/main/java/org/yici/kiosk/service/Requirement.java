package org.yici.kiosk.service;

import java.util.Set;

/** What a citizen service needs before it can start. */
public sealed interface Requirement {
    /**
     * To know who stands there; the terminal asks for a card when the service is chosen.
     *
     * @param anyOf one of these factors is enough
     */
    record Identity(Set<IdentityFactor> anyOf) implements Requirement {
        public Identity {
            anyOf = Set.copyOf(anyOf);
            if (anyOf.isEmpty()) {
                throw new IllegalArgumentException("a service that needs no factor needs no identity");
            }
        }
    }

    /** Something of the terminal that may be out of order. */
    enum Resource implements Requirement {
        /** A printer with paper. */
        PRINTER,
        /** The server, by way of an access token. */
        SERVER
    }
}
