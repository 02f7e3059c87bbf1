package org.yici.agent.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.Folders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The devices that this terminal has, by the sessions' own configuration (docs/session.md): a session may speak of no other. Read again
 * with each session that comes. Of the loop.
 */
final class TerminalDevices {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalDevices.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");
    private static final String PRINTER = "documentPrinter";

    private final Path file;
    private Map<String, Known> known = Map.of();

    /**
     * One of them.
     *
     * @param kind as in a device report
     * @param reader the name of a chip-card reader by the configuration; empty if it has none
     */
    private record Known(String kind, String reader) {}

    TerminalDevices(Folders folders) {
        this.file = folders.etc().resolve("session.yaml");
    }

    /** Reads the configuration; one that cannot be read leaves what was known. */
    void refresh() {
        try {
            known = devices(new YAMLMapper().readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            LOG.error(
                    "{} cannot be read, so no further device is known: {}",
                    file,
                    e.getClass().getSimpleName());
        }
    }

    private static Map<String, Known> devices(JsonNode root) {
        Map<String, Known> devices = new HashMap<>();
        for (JsonNode device : root.path("devices")) {
            String id = device.path("id").asString("");
            JsonNode reader = device.path("settings").path("reader");
            if (ID.matcher(id).matches()) {
                devices.put(
                        id,
                        new Known(
                                kind(device.path("kind").asString("")), reader.isString() ? reader.stringValue() : ""));
            }
        }
        return Map.copyOf(devices);
    }

    /** {@code IDENTITY_READER} is {@code identityReader} in reports. */
    private static String kind(String name) {
        StringBuilder kind = new StringBuilder();
        for (String part : name.split("_", -1)) {
            String lower = part.toLowerCase(Locale.ROOT);
            boolean first = kind.isEmpty() || lower.isEmpty();
            kind.append(first ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
        }
        return kind.toString();
    }

    boolean isDevice(String id, String kind) {
        Known device = known.get(id);
        return device != null && device.kind().equals(kind);
    }

    boolean isPrinter(String id) {
        return isDevice(id, PRINTER);
    }

    /** Whether the chip-card reader is the one of the configuration. */
    boolean isReader(String id, String name) {
        Known device = known.get(id);
        return device != null && device.reader().equals(name);
    }
}
