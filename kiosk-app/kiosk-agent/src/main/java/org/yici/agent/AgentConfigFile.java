package org.yici.agent;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yici.base.TerminalId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code agent.yaml}: unknown keys are refused and all faults reported together. */
final class AgentConfigFile {
    private static final Set<String> KEYS = Set.of(
            "terminal",
            "brokerUri",
            "serviceUrl",
            "keepAliveSeconds",
            "slots",
            "sessionUsers",
            "healthSeconds",
            "sessionMegabytes");

    private final List<String> faults = new ArrayList<>();
    private final JsonNode root;

    private AgentConfigFile(JsonNode root) {
        this.root = root;
    }

    static AgentConfig read(Path file) throws ConfigException {
        AgentConfigFile reader = new AgentConfigFile(tree(file));
        Optional<AgentConfig> config = reader.config();
        if (config.isEmpty() || !reader.faults.isEmpty()) {
            throw new ConfigException(file, reader.faults);
        }
        return config.get();
    }

    private static JsonNode tree(Path file) throws ConfigException {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        try {
            JsonNode root = mapper.readTree(Files.readString(file));
            if (root == null || !root.isObject()) {
                throw new ConfigException(file, List.of("it should be a list of \"key: value\""));
            }
            return root;
        } catch (IOException e) {
            throw new ConfigException(file, List.of("it cannot be read: " + e));
        } catch (JacksonException e) {
            throw new ConfigException(file, List.of("it is not YAML: " + e.getOriginalMessage()));
        }
    }

    private Optional<AgentConfig> config() {
        for (String key : new TreeSet<>(root.propertyNames())) {
            if (!KEYS.contains(key)) {
                faults.add("\"" + key + "\" is not known; known are " + String.join(", ", new TreeSet<>(KEYS)));
            }
        }
        Optional<TerminalId> terminal = terminal();
        Optional<URI> broker = uri("brokerUri", "ssl", "ssl://host:port");
        Optional<URI> service = uri("serviceUrl", "https", "https://host:port");
        int keepAlive = number("keepAliveSeconds", AgentConfig.KEEP_ALIVE_SECONDS, 5, 600);
        int slots = number("slots", AgentConfig.SLOTS, 1, 8);
        int health = number("healthSeconds", AgentConfig.HEALTH_SECONDS, 5, 600);
        int megabytes = number("sessionMegabytes", AgentConfig.SESSION_MEGABYTES, 1, 1024);
        Set<String> users = users();
        if (terminal.isEmpty() || broker.isEmpty() || service.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AgentConfig(
                terminal.get(), broker.get(), service.get(), keepAlive, slots, users, health, megabytes));
    }

    private Optional<TerminalId> terminal() {
        return text("terminal").flatMap(text -> {
            try {
                return Optional.of(new TerminalId(text));
            } catch (IllegalArgumentException e) {
                faults.add("terminal: " + e.getMessage());
                return Optional.empty();
            }
        });
    }

    private Optional<URI> uri(String key, String scheme, String form) {
        return text(key).flatMap(text -> {
            try {
                URI uri = URI.create(text);
                boolean path = uri.getPath() != null && uri.getPath().length() > 1;
                if (scheme.equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0 && !path) {
                    return Optional.of(uri);
                }
            } catch (IllegalArgumentException e) {
                // Told below, with the form that it should have.
            }
            faults.add(key + ": should be " + form + ", not \"" + text + "\"");
            return Optional.empty();
        });
    }

    private Optional<String> text(String key) {
        JsonNode node = root.get(key);
        if (node == null || !node.isString() || node.stringValue().isBlank()) {
            faults.add(key + ": is needed");
            return Optional.empty();
        }
        return Optional.of(node.stringValue().strip());
    }

    private int number(String key, int otherwise, int least, int most) {
        JsonNode node = root.get(key);
        if (node == null) {
            return otherwise;
        }
        if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
            faults.add(key + ": should be a number from " + least + " to " + most + ", not " + node);
            return otherwise;
        }
        return node.intValue();
    }

    private Set<String> users() {
        JsonNode node = root.get("sessionUsers");
        if (node == null) {
            return Set.copyOf(AgentConfig.SESSION_USERS);
        }
        Set<String> users = new TreeSet<>();
        if (node.isArray()) {
            node.forEach(user -> users.add(user.isString() ? user.stringValue().strip() : ""));
        }
        if (users.isEmpty() || users.contains("")) {
            faults.add("sessionUsers: should be a list of user names, not " + node);
        }
        return users;
    }
}
