package org.yici.driver.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            SerialLibrary.load();
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
        Optional<String> byId = linkTo(Path.of(path), BY_ID).map(Path::toString);
        byId.ifPresent(link -> facts.put("byId", link));
        return new Port(byId.orElse(path), port.getDescriptivePortName(), facts);
    }

    /** The first link in {@code folder} that leads to {@code port}. */
    static Optional<Path> linkTo(Path port, Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().filter(link -> isSame(link, port)).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that vanishes meanwhile is the same as none. */
    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
