package org.yici.session;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yici.base.TerminalId;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;
import org.yici.kiosk.visit.Card;
import org.yici.view.PanelProfile;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code session.yaml}: what this terminal is and which devices it has. See {@code docs/session.md}.
 *
 * @param terminalName as citizens read it on the screen and on the paper
 * @param serviceUrl {@code https://host:port}, without a path
 * @param devices one of a kind, in the order in which the server shows them; an identity reader and a document printer are among them
 */
record SessionConfig(
        TerminalId terminal, String terminalName, URI serviceUrl, PanelProfile panel, List<DeviceConfig> devices) {
    SessionConfig {
        devices = List.copyOf(devices);
    }

    /** The cards that this terminal has readers for. */
    Set<Card> cards() {
        return Stream.of(Card.values())
                .filter(card -> device(card.reader()).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The device of this kind, if there is one. */
    Optional<DeviceConfig> device(DeviceKind kind) {
        return devices.stream().filter(device -> device.kind() == kind).findFirst();
    }

    /** Reads and checks, the drivers' settings too; all faults are told together. */
    static SessionConfig read(Path file, ServiceLoader<DriverProvider> drivers) throws ConfigException {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new ConfigException(
                    file, List.of("cannot be read (" + e.getClass().getSimpleName() + ")"));
        }
        try {
            return new SessionYaml(file, new YAMLMapper().readTree(text), drivers).config();
        } catch (JacksonException e) {
            throw new ConfigException(file, List.of("is not YAML: " + e.getOriginalMessage()));
        }
    }
}
