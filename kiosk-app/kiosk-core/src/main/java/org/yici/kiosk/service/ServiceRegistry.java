package org.yici.kiosk.service;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The citizen services of this terminal.
 *
 * @param services in the order of the menu; their ids differ
 */
public record ServiceRegistry(List<KioskService> services) {
    public ServiceRegistry {
        services = List.copyOf(services);
        Set<ServiceId> ids = new HashSet<>();
        for (KioskService service : services) {
            if (!ids.add(service.id())) {
                throw new IllegalArgumentException("two services are called " + service.id());
            }
        }
    }

    public Optional<KioskService> find(ServiceId id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }
}
