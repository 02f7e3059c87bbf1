package org.yici.agent;

import java.nio.file.Path;
import java.util.List;

/** The configuration is not usable; all its faults at once. */
final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigException(Path file, List<String> faults) {
        super(file + " is not usable:\n  - " + String.join("\n  - ", faults));
    }
}
