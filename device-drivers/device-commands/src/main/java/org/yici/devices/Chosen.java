package org.yici.devices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The devices that a command is about: named one by one, or all that a terminal's {@code session.yaml} has. */
final class Chosen {
    @Option(names = "--reader", paramLabel = "P", description = "serial port of a resident-identity-card reader")
    private List<String> readers = new ArrayList<>();

    @Option(
            names = "--scanner",
            paramLabel = "P[,X]",
            description = "serial port of a code scanner, and its protocol (plain)")
    private List<String> scanners = new ArrayList<>();

    @Option(
            names = "--printer",
            paramLabel = "URI",
            description = "a document printer, ipp:// or ipps://host:port/path")
    private List<String> printers = new ArrayList<>();

    @Option(
            names = "--chip-reader",
            paramLabel = "NAME",
            description = "a chip-card reader as pcsc_scan -r shows it; \"first\" for the first one")
    private List<String> chipReaders = new ArrayList<>();

    @Option(
            names = "--tls-sha256",
            paramLabel = "D",
            description = "SHA-256 of the certificate that the ipps:// printer shows; without it a status tells it")
    private @Nullable String certificate;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "all devices of this session.yaml (default: /etc/yici/session.yaml)")
    private Path config = Path.of("/etc/yici/session.yaml");

    /** One of them at least; refuses a file that cannot be understood. */
    List<DeviceConfig> devices() {
        if (readers.isEmpty() && printers.isEmpty() && scanners.isEmpty() && chipReaders.isEmpty()) {
            return configured();
        }
        List<DeviceConfig> chosen = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            chosen.add(new DeviceConfig(
                    id("id-card-reader", i), DeviceKind.IDENTITY_READER, "sdt", Map.of("port", readers.get(i))));
        }
        for (int i = 0; i < printers.size(); i++) {
            chosen.add(new DeviceConfig(
                    id("document-printer", i), DeviceKind.DOCUMENT_PRINTER, "ipp", settings(printers.get(i))));
        }
        for (int i = 0; i < scanners.size(); i++) {
            chosen.add(new DeviceConfig(
                    id("code-scanner", i), DeviceKind.BARCODE_READER, "scanner", scanner(scanners.get(i))));
        }
        for (int i = 0; i < chipReaders.size(); i++) {
            chosen.add(new DeviceConfig(
                    id("chip-card-reader", i), DeviceKind.CHIP_CARD_READER, "pcsc", chipReader(chipReaders.get(i))));
        }
        return chosen;
    }

    /** Settings of the reader that is named so; of the first one for {@code first} and for no name. */
    static Map<String, String> chipReader(String name) {
        return name.isBlank() || name.equals("first") ? Map.of() : Map.of("reader", name);
    }

    private static Map<String, String> scanner(String named) {
        int comma = named.lastIndexOf(',');
        return comma < 0
                ? Map.of("port", named)
                : Map.of("port", named.substring(0, comma), "protocol", named.substring(comma + 1));
    }

    private Map<String, String> settings(String printer) {
        return certificate != null && printer.startsWith("ipps:")
                ? Map.of("uri", printer, "tls-sha256", certificate)
                : Map.of("uri", printer);
    }

    private static DeviceId id(String name, int number) {
        return new DeviceId(number == 0 ? name : name + "-" + (number + 1));
    }

    private List<DeviceConfig> configured() {
        try {
            JsonNode devices =
                    new YAMLMapper().readTree(Files.readString(config)).path("devices");
            List<DeviceConfig> all = new ArrayList<>();
            for (JsonNode device : devices) {
                all.add(device(device));
            }
            if (all.isEmpty()) {
                throw new IllegalArgumentException(
                        config + " names no devices; name one with --reader, --scanner, --printer or --chip-reader");
            }
            return all;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    config
                            + " cannot be read; name devices with --reader, --scanner, --printer and --chip-reader, or the file with --config",
                    e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(config + " is not YAML: " + e.getOriginalMessage(), e);
        }
    }

    private DeviceConfig device(JsonNode node) {
        String kind = node.path("kind").asString("");
        if (Arrays.stream(DeviceKind.values()).noneMatch(known -> known.name().equals(kind))) {
            throw new IllegalArgumentException(
                    config + " has a device of kind \"" + kind + "\"; known are " + List.of(DeviceKind.values()));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        node.path("settings").forEachEntry((name, value) -> settings.put(name, value.asString()));
        return new DeviceConfig(
                new DeviceId(node.path("id").asString("")),
                DeviceKind.valueOf(kind),
                node.path("driver").asString(""),
                settings);
    }
}
