package org.yici.driver.chip;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yici.device.DeviceConfig;

/**
 * Settings of the driver.
 *
 * @param reader the reader's name as the system gives it; empty (default) for the first one
 * @param deadline how long a conversation with a card may last, 1 to 60 s, default 10 s
 * @param countries folder of the certificates of countries that sign travel documents; without it no document is verified
 */
record PcscConfig(String reader, Duration deadline, Optional<Path> countries) {
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
        Optional<Path> countries = config.setting("countries").flatMap(folder -> folder(folder, faults));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("device " + config.id() + ": " + String.join("; ", faults));
        }
        return new PcscConfig(
                config.setting("reader").orElse("").strip(), Duration.ofSeconds(Long.parseLong(deadline)), countries);
    }

    private static Optional<Path> folder(String name, List<String> faults) {
        try {
            Path folder = Path.of(name);
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        faults.add("countries must be a folder");
        return Optional.empty();
    }
}
