package org.yici.session;

import java.nio.file.Path;
import java.util.List;

/** A configuration cannot be used; names the file and everything that is wrong with it. */
final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigException(Path file, List<String> faults) {
        super(file + ": " + String.join("; ", faults));
    }
}
