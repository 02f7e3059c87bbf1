package org.yici.device;

import java.util.Map;
import java.util.Optional;

/**
 * How one device of a terminal is driven.
 *
 * @param driver the driver's name, for example {@code sdt}
 * @param settings the driver's own settings; unknown keys are refused by the driver
 */
public record DeviceConfig(DeviceId id, DeviceKind kind, String driver, Map<String, String> settings) {
    public DeviceConfig {
        settings = Map.copyOf(settings);
    }

    /** A setting that may be left out. */
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** A setting that must be there. */
    public String required(String key) {
        return setting(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "device " + id + ": the driver " + driver + " needs the setting " + key));
    }
}
