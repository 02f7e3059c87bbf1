package org.yici.driver.chip;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yici.device.DeviceConfig;
import org.yici.driver.chip.travel.Countries;

/**
 * Settings of the driver.
 *
 * @param reader the reader's name as the system gives it; empty (default) for the first one
 * @param deadline how long a conversation with a card may last, 1 to 60 s, default 10 s
 * @param countries the certificates of countries that sign travel documents; without the setting {@code countries}, the folder that they
 *     are in, no document is verified
 */
record PcscConfig(String reader, Duration deadline, Countries countries) {
    private static final Set<String> KEYS = Set.of("reader", "deadline-s", "countries");

    static PcscConfig of(DeviceConfig config) {
        List<String> faults = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(config.settings().keySet());
        unknown.removeAll(KEYS);
        unknown.forEach(key -> faults.add("unknown setting " + key));
        String deadline = config.setting("deadline-s").orElse("10");
        if (!deadline.matches("[1-9]|[1-5][0-9]|60")) {
            faults.add("deadline-s must be 1 to 60");
        }
        Countries countries = countries(config, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("device " + config.id() + ": " + String.join("; ", faults));
        }
        return new PcscConfig(
                config.setting("reader").orElse("").strip(), Duration.ofSeconds(Long.parseLong(deadline)), countries);
    }

    private static Countries countries(DeviceConfig config, List<String> faults) {
        try {
            return config.setting("countries")
                    .map(folder -> Countries.of(Path.of(folder)))
                    .orElse(Countries.NONE);
        } catch (InvalidPathException e) {
            faults.add("countries must be a folder");
        } catch (IllegalArgumentException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        return Countries.NONE;
    }
}
