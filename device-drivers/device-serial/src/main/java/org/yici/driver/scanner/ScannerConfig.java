package org.yici.driver.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.yici.device.DeviceConfig;

/**
 * Settings of the driver.
 *
 * @param port path of the serial port
 * @param baud 115200, 57600, 38400, 19200 or 9600 (default)
 * @param endsAtLineEnd whether CR, LF or both end a code; silence always does
 */
record ScannerConfig(String port, int baud, Protocol protocol, boolean endsAtLineEnd) {
    private static final Set<String> KEYS = Set.of("port", "baud", "protocol", "suffix");
    private static final Set<Integer> BAUDS = Set.of(115_200, 57_600, 38_400, 19_200, 9_600);

    /** How the scanner is talked with. */
    enum Protocol {
        NEWLAND,
        HONEYWELL,
        ZEBRA_SSI,
        PLAIN;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static ScannerConfig of(DeviceConfig config) {
        List<String> faults = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(config.settings().keySet());
        unknown.removeAll(KEYS);
        unknown.forEach(key -> faults.add("unknown setting " + key));
        String port = config.setting("port").orElse("");
        if (port.isBlank()) {
            faults.add("port is missing");
        }
        String baud = config.setting("baud").orElse("9600");
        if (BAUDS.stream().noneMatch(known -> baud.equals(known.toString()))) {
            faults.add("baud must be one of " + new TreeSet<>(BAUDS));
        }
        Protocol protocol = protocol(config, faults);
        String suffix = config.setting("suffix").orElse("line-end");
        if (!suffix.equals("line-end") && !suffix.equals("none")) {
            faults.add("suffix must be line-end or none");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("device " + config.id() + ": " + String.join("; ", faults));
        }
        return new ScannerConfig(port, Integer.parseInt(baud), protocol, suffix.equals("line-end"));
    }

    private static Protocol protocol(DeviceConfig config, List<String> faults) {
        String word = config.setting("protocol").orElse(Protocol.PLAIN.word());
        for (Protocol protocol : Protocol.values()) {
            if (protocol.word().equals(word)) {
                return protocol;
            }
        }
        faults.add("protocol must be newland, honeywell, zebra-ssi or plain");
        return Protocol.PLAIN;
    }

    /** For a line that was just opened. */
    Dialect dialect() {
        return switch (protocol) {
            case NEWLAND -> LineDialect.newland(endsAtLineEnd);
            case HONEYWELL -> LineDialect.honeywell(endsAtLineEnd);
            case ZEBRA_SSI -> new SsiDialect();
            case PLAIN -> LineDialect.plain(endsAtLineEnd);
        };
    }
}
