package org.yici.kiosk.service;

import java.util.Optional;
import org.yici.kiosk.error.DisplayedError;

/**
 * A service as a menu offers it.
 *
 * @param notNow why it cannot be used here now; empty if it can
 */
public record ServiceTile(ServiceId service, Optional<DisplayedError> notNow) {
    public boolean available() {
        return notNow.isEmpty();
    }
}
