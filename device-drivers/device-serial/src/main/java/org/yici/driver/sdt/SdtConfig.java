package org.yici.driver.sdt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yici.device.DeviceConfig;

/**
 * Settings of the driver.
 *
 * @param port path of the serial port
 * @param baud 230400, 115200 (default), 57600, 38400, 19200 or 9600
 * @param poll how often a card is looked for: 50 ms to 5 s, default 300 ms
 * @param newestAddress whether the card is asked for an address that was written to it later
 * @param fingerprints whether the card is asked how many fingerprints it holds
 * @param photo whether the portrait is handed to the installed decoder
 */
record SdtConfig(String port, int baud, Duration poll, boolean newestAddress, boolean fingerprints, boolean photo) {
    private static final Set<String> KEYS =
            Set.of("port", "baud", "poll-ms", "newest-address", "fingerprints", "photo");
    static final Set<Integer> BAUDS = Set.of(230_400, 115_200, 57_600, 38_400, 19_200, 9_600);

    static SdtConfig of(DeviceConfig config) {
        List<String> faults = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(config.settings().keySet());
        unknown.removeAll(KEYS);
        unknown.forEach(key -> faults.add("unknown setting " + key));
        String port = config.setting("port").orElse("");
        if (port.isBlank()) {
            faults.add("port is missing");
        }
        int baud = number(config, "baud", 115_200, faults);
        if (baud >= 0 && !BAUDS.contains(baud)) {
            faults.add("baud must be one of " + new TreeSet<>(BAUDS));
        }
        int poll = number(config, "poll-ms", 300, faults);
        if (poll >= 0 && (poll < 50 || poll > 5000)) {
            faults.add("poll-ms must be 50 to 5000");
        }
        boolean newestAddress = yes(config, "newest-address", faults);
        boolean fingerprints = yes(config, "fingerprints", faults);
        boolean photo = yes(config, "photo", faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("device " + config.id() + ": " + String.join("; ", faults));
        }
        return new SdtConfig(port, baud, Duration.ofMillis(poll), newestAddress, fingerprints, photo);
    }

    private static boolean yes(DeviceConfig config, String key, List<String> faults) {
        String text = config.setting(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            faults.add(key + " must be true or false");
        }
        return text.equals("true");
    }

    /** -1 after a fault was noted. */
    private static int number(DeviceConfig config, String key, int otherwise, List<String> faults) {
        String text = config.setting(key).orElse(String.valueOf(otherwise));
        if (!text.matches("[0-9]{1,9}")) {
            faults.add(key + " must be a number");
            return -1;
        }
        return Integer.parseInt(text);
    }
}
