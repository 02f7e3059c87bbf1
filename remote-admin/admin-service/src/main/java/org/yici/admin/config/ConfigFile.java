package org.yici.admin.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.YAMLException;
import org.yici.admin.config.ServiceConfig.Broker;
import org.yici.admin.config.ServiceConfig.Database;
import org.yici.admin.config.ServiceConfig.Enrolment;
import org.yici.admin.config.ServiceConfig.Pages;
import org.yici.admin.config.ServiceConfig.Terminals;
import org.yici.admin.config.ServiceConfig.Tls;
import org.yici.admin.terminal.Hours;
import org.yici.base.Folders;
import org.yici.contract.AssuranceLevel;

/**
 * Reads {@code etc/yici/service.yaml}. A file that is not there means the defaults. Keys outside {@code yici.} are Spring Boot's and
 * handed on as they are.
 *
 * @param config the service's own settings
 * @param others Spring Boot's
 */
public record ConfigFile(ServiceConfig config, Map<String, Object> others) {
    private static final String OWN = "yici.";

    public ConfigFile {
        others = Map.copyOf(others);
    }

    /** Refuses with {@link ConfigException}, which tells all faults at once. */
    public static ConfigFile read(Folders folders) {
        Path file = folders.etc().resolve("service.yaml");
        Map<String, String> own = new HashMap<>();
        Map<String, Object> others = new LinkedHashMap<>();
        load(file).forEach((key, value) -> {
            if (key.startsWith(OWN)) {
                own.put(key, String.valueOf(value));
            } else {
                others.put(key, value);
            }
        });
        Settings settings = new Settings(own);
        ServiceConfig config = config(settings, folders);
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new ConfigException(file.toString(), faults);
        }
        return new ConfigFile(config, others);
    }

    private static ServiceConfig config(Settings settings, Folders folders) {
        return new ServiceConfig(
                pages(settings),
                new Terminals(
                        settings.text("yici.terminals.bind", "127.0.0.1"),
                        settings.number("yici.terminals.port", 8443, 0, 65535),
                        settings.number("yici.terminals.requests-per-hour", 240, 1, 1_000_000),
                        settings.read("yici.terminals.hours", Hours.ALWAYS, "hours such as 06:00-22:00", Hours::parse),
                        settings.read(
                                "yici.terminals.level",
                                AssuranceLevel.CARD,
                                "card or card-unproven",
                                ConfigFile::level),
                        settings.duration("yici.terminals.evidence-life", Duration.ofMinutes(30))),
                broker(settings, folders),
                new Database(
                        settings.text("yici.database.url", "jdbc:postgresql://127.0.0.1:5432/yici"),
                        settings.text("yici.database.user", "yici"),
                        settings.text("yici.database.password", "")),
                new Enrolment(
                        settings.duration("yici.enrolment.code-life", Duration.ofHours(24)),
                        settings.duration("yici.enrolment.certificate-life", Duration.ofDays(825))),
                settings.path("yici.keys", folders.etc().resolve("keys")),
                settings.text("yici.fonts").map(Path::of));
    }

    private static Broker broker(Settings settings, Folders folders) {
        return new Broker(
                settings.read(
                        "yici.broker.uri",
                        URI.create("ssl://localhost:8883"),
                        "an address such as ssl://broker:8883",
                        ConfigFile::brokerAddress),
                settings.number("yici.broker.messages-per-second", 500, 1, 100_000),
                settings.duration("yici.broker.block-for", Duration.ofMinutes(10)),
                settings.path(
                        "yici.broker.revocation-list", folders.state().resolveSibling("yici-broker/list/revoked.pem")));
    }

    private static Pages pages(Settings settings) {
        Optional<String> certificate = settings.text("yici.pages.certificate");
        Optional<String> key = settings.text("yici.pages.key");
        if (certificate.isPresent() != key.isPresent()) {
            settings.fault("yici.pages.certificate and yici.pages.key belong together, and one is missing");
        }
        return new Pages(
                settings.text("yici.pages.bind", "127.0.0.1"),
                settings.number("yici.pages.port", 8480, 0, 65535),
                certificate.flatMap(file -> key.map(other -> new Tls(Path.of(file), Path.of(other)))),
                settings.flag("yici.pages.behind-proxy", false),
                settings.duration("yici.pages.idle", Duration.ofMinutes(30)),
                settings.duration("yici.pages.longest-session", Duration.ofHours(12)));
    }

    /** What a terminal can attain; more would shut everybody out. */
    private static AssuranceLevel level(String text) {
        return switch (text) {
            case "card" -> AssuranceLevel.CARD;
            case "card-unproven" -> AssuranceLevel.CARD_UNPROVEN;
            default -> throw new IllegalArgumentException();
        };
    }

    private static URI brokerAddress(String text) {
        URI address = URI.create(text);
        if (!"ssl".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 1) {
            throw new IllegalArgumentException();
        }
        return address;
    }

    private static Map<String, Object> load(Path file) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (Files.notExists(file)) {
            return values;
        }
        try {
            for (PropertySource<?> source :
                    new YamlPropertySourceLoader().load("service.yaml", new FileSystemResource(file))) {
                for (String key : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    values.put(key, String.valueOf(source.getProperty(key)));
                }
            }
            return values;
        } catch (IOException | YAMLException e) {
            throw new ConfigException(file.toString(), List.of("it cannot be read as YAML: " + e.getMessage()));
        }
    }
}
