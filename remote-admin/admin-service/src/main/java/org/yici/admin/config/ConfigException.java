package org.yici.admin.config;

import java.util.List;

/** The configuration cannot be used; tells every fault, and no secret. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String file, List<String> faults) {
        super(file + " cannot be used:\n  - " + String.join("\n  - ", faults));
    }
}
