package org.yici.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yici.base.TerminalId;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;
import org.yici.view.PanelProfile;
import tools.jackson.databind.JsonNode;

/** Turns the tree of a {@code session.yaml} into a {@link SessionConfig}, collecting everything that is wrong. */
final class SessionYaml {
    /** What every terminal has. */
    private static final Set<DeviceKind> REQUIRED = EnumSet.of(DeviceKind.IDENTITY_READER, DeviceKind.DOCUMENT_PRINTER);

    private final Path file;
    private final JsonNode root;
    private final ServiceLoader<DriverProvider> drivers;
    private final List<String> faults = new ArrayList<>();

    SessionYaml(Path file, JsonNode root, ServiceLoader<DriverProvider> drivers) {
        this.file = file;
        this.root = root;
        this.drivers = drivers;
    }

    SessionConfig config() throws ConfigException {
        onlyKnows(root, "", Set.of("terminal", "terminalName", "serviceUrl", "panel", "devices"));
        TerminalId terminal = made("terminal", text(root, "", "terminal"), TerminalId::new);
        String name = made("terminalName", text(root, "", "terminalName"), SessionYaml::name);
        URI service = made("serviceUrl", text(root, "", "serviceUrl"), SessionYaml::service);
        PanelProfile panel = panel(root.path("panel"));
        List<DeviceConfig> devices = devices(root.path("devices"));
        for (DeviceKind kind : DeviceKind.values()) {
            oneAtMost(devices, kind);
        }
        differ(devices);
        faults.addAll(DriverProvider.faults(drivers, devices));
        if (!faults.isEmpty()) {
            throw new ConfigException(file, faults);
        }
        return new SessionConfig(
                Objects.requireNonNull(terminal),
                Objects.requireNonNull(name),
                Objects.requireNonNull(service),
                Objects.requireNonNull(panel),
                devices);
    }

    private void onlyKnows(JsonNode node, String at, Set<String> keys) {
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(keys);
        unknown.forEach(key -> faults.add("unknown key " + at + key));
    }

    private Optional<String> text(JsonNode node, String at, String key) {
        JsonNode value = node.path(key);
        if (!value.isValueNode() || value.isNull() || value.asString().isBlank()) {
            faults.add(at + key + " is missing");
            return Optional.empty();
        }
        return Optional.of(value.asString().strip());
    }

    private <T> @Nullable T made(String what, Optional<String> text, Function<String, T> make) {
        try {
            return text.map(make).orElse(null);
        } catch (IllegalArgumentException e) {
            faults.add(what + ": " + e.getMessage());
            return null;
        }
    }

    private static String name(String text) {
        if (text.length() > 40) {
            throw new IllegalArgumentException("has at most 40 characters");
        }
        return text;
    }

    private static URI service(String text) {
        URI uri = URI.create(text);
        boolean bare = uri.getRawPath() == null
                || uri.getRawPath().isEmpty()
                || uri.getRawPath().equals("/");
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null || !bare) {
            throw new IllegalArgumentException("must be https://host:port");
        }
        return uri;
    }

    private @Nullable PanelProfile panel(JsonNode node) {
        onlyKnows(node, "panel.", Set.of("widthPx", "heightPx", "pitchMm"));
        Optional<String> width = text(node, "panel.", "widthPx");
        Optional<String> height = text(node, "panel.", "heightPx");
        Optional<String> pitch = text(node, "panel.", "pitchMm");
        if (width.isEmpty() || height.isEmpty() || pitch.isEmpty()) {
            return null;
        }
        return made(
                "panel",
                width,
                text -> new PanelProfile(
                        Integer.parseInt(text), Integer.parseInt(height.get()), Double.parseDouble(pitch.get())));
    }

    private List<DeviceConfig> devices(JsonNode nodes) {
        List<DeviceConfig> devices = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            device(nodes.path(i), "devices[" + i + "].").ifPresent(devices::add);
        }
        return devices;
    }

    private Optional<DeviceConfig> device(JsonNode node, String at) {
        onlyKnows(node, at, Set.of("id", "kind", "driver", "settings"));
        DeviceId id = made(at + "id", text(node, at, "id"), DeviceId::new);
        DeviceKind kind = made(at + "kind", text(node, at, "kind"), DeviceKind::valueOf);
        Optional<String> driver = text(node, at, "driver");
        Map<String, String> settings = new HashMap<>();
        for (String key : node.path("settings").propertyNames()) {
            settings.put(key, node.path("settings").path(key).asString());
        }
        return id == null || kind == null || driver.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeviceConfig(id, kind, driver.get(), settings));
    }

    /** Of the kinds that every terminal has, exactly one. */
    private void oneAtMost(List<DeviceConfig> devices, DeviceKind kind) {
        long found = devices.stream().filter(device -> device.kind() == kind).count();
        if (REQUIRED.contains(kind) && found != 1) {
            faults.add("devices must have one " + kind + ", not " + found);
        } else if (found > 1) {
            faults.add("devices may have one " + kind + ", not " + found);
        }
    }

    private void differ(List<DeviceConfig> devices) {
        Set<DeviceId> seen = new HashSet<>();
        devices.stream()
                .map(DeviceConfig::id)
                .filter(id -> !seen.add(id))
                .forEach(id -> faults.add("devices has two with id " + id.value()));
    }
}
