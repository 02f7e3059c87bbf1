package org.yici.session;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.yici.base.TerminalId;
import org.yici.device.DeviceConfig;
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
 * @param reader the identity reader
 * @param printer the document printer
 * @param chipReader the chip-card reader, if there is one
 * @param scanner the code scanner, if there is one
 */
record SessionConfig(
        TerminalId terminal,
        String terminalName,
        URI serviceUrl,
        PanelProfile panel,
        DeviceConfig reader,
        DeviceConfig printer,
        Optional<DeviceConfig> chipReader,
        Optional<DeviceConfig> scanner) {

    /** The cards that this terminal has readers for. */
    Set<Card> cards() {
        return chipReader.isPresent() ? Set.of(Card.values()) : Set.of(Card.IDENTITY_CARD);
    }

    /** All devices, in the order in which the server shows them. */
    List<DeviceConfig> devices() {
        return Stream.of(Stream.of(reader), chipReader.stream(), scanner.stream(), Stream.of(printer))
                .flatMap(each -> each)
                .toList();
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
