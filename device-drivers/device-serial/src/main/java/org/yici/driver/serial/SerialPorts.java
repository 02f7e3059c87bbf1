package org.yici.driver.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The serial ports of this machine. */
public final class SerialPorts {
    private static final Path BY_ID = Path.of("/dev/serial/by-id");

    private SerialPorts() {}

    /**
     * A port.
     *
     * @param path what to open: the link by id where there is one, for it does not change its number
     * @param facts as in {@code Candidate}
     */
    public record Port(String path, String description, Map<String, String> facts) {}

    /** Real ports in the order of their names; pseudo-terminals are not among them. Empty where the library does not load. */
    public static List<Port> all() {
        try {
            return Stream.of(SerialPort.getCommPorts())
                    .sorted(Comparator.comparing(SerialPort::getSystemPortPath))
                    .map(SerialPorts::port)
                    .toList();
        } catch (LinkageError e) {
            return List.of();
        }
    }

    private static Port port(SerialPort port) {
        String path = port.getSystemPortPath();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("path", path);
        if (port.getVendorID() > 0) {
            facts.put("usb", String.format(Locale.ROOT, "%04x:%04x", port.getVendorID(), port.getProductID()));
            String serial = port.getSerialNumber();
            if (serial != null && !serial.isBlank() && !serial.equals("Unknown")) {
                facts.put("serial", serial);
            }
        }
        Optional<String> byId = linksTo(BY_ID, Path.of(path)).stream().findFirst();
        byId.ifPresent(link -> facts.put("byId", link));
        return new Port(byId.orElse(path), port.getDescriptivePortName(), facts);
    }

    /** The links in {@code folder} that lead to {@code port}; none if there is no such folder. */
    static List<String> linksTo(Path folder, Path port) {
        List<String> links = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return links;
        }
        try (Stream<Path> all = Files.list(folder)) {
            Path real = port.toRealPath();
            for (Path link : all.sorted().toList()) {
                if (Files.exists(link) && link.toRealPath().equals(real)) {
                    links.add(link.toString());
                }
            }
            return links;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
