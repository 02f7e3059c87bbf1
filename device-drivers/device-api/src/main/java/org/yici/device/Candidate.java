package org.yici.device;

import java.util.Map;
import java.util.Optional;

/**
 * Something on this machine that looks as if a driver could drive it. That it was seen does not mean that it was asked.
 *
 * @param description in plain words, as maker and system name it
 * @param config how it would be configured; empty if something has to be done before, which {@code description} says
 * @param facts ids and paths by name: {@code path}, {@code usb} (vendor:product), {@code serial}, {@code byId}
 */
public record Candidate(String description, Optional<DeviceConfig> config, Map<String, String> facts) {
    public Candidate {
        facts = Map.copyOf(facts);
    }
}
