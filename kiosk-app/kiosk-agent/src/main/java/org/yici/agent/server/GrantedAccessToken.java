package org.yici.agent.server;

import java.time.Duration;
import java.time.Instant;
import org.yici.contract.https.PassAnswer;

/**
 * A pass, and what time it was at the service when it gave it.
 *
 * @param told the service's own time (Date, RFC 9110 6.6.1); whole seconds
 */
public record GrantedAccessToken(PassAnswer answer, Instant told) {
    /** How long it is good, whatever the terminal's clock says. */
    public Duration life() {
        return Duration.between(told, answer.expires());
    }
}
