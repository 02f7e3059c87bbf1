package org.yici.driver.ipp;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yici.device.DeviceConfig;
import org.yici.device.EvidenceClass;

/**
 * Settings of the driver.
 *
 * @param uri the printer, {@code ipp://host:port/path}
 * @param evidence how this printer proves delivery; its profile, found out once by trying
 * @param poll how often an open job is asked after: 50 ms to 10 s, default 500 ms
 * @param status how often the printer is asked after otherwise: 100 ms to 60 s, default 2 s
 * @param waitingLimit how long a job may wait for paper or for a printer that is gone: 1 s to 1 h, default 180 s
 */
record IppConfig(URI uri, EvidenceClass evidence, Duration poll, Duration status, Duration waitingLimit) {
    private static final Set<String> KEYS = Set.of("uri", "evidence", "poll-ms", "status-ms", "waiting-limit-s");
    private static final Map<String, EvidenceClass> EVIDENCE = Map.of(
            "impressions", EvidenceClass.IMPRESSIONS,
            "job-state", EvidenceClass.JOB_STATE,
            "citizen-word", EvidenceClass.CITIZEN_WORD);

    static IppConfig of(DeviceConfig config) {
        List<String> faults = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(config.settings().keySet());
        unknown.removeAll(KEYS);
        unknown.forEach(key -> faults.add("unknown setting " + key));
        IppConfig result = new IppConfig(
                uri(config, faults),
                evidence(config, faults),
                Duration.ofMillis(number(config, "poll-ms", 500, 50, 10_000, faults)),
                Duration.ofMillis(number(config, "status-ms", 2000, 100, 60_000, faults)),
                Duration.ofSeconds(number(config, "waiting-limit-s", 180, 1, 3600, faults)));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("device " + config.id() + ": " + String.join("; ", faults));
        }
        return result;
    }

    private static URI uri(DeviceConfig config, List<String> faults) {
        String text = config.setting("uri").orElse("");
        try {
            URI uri = URI.create(text);
            if ("ipp".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below with the others.
        }
        faults.add("uri must be ipp://host:port/path");
        return URI.create("ipp://unset/");
    }

    private static EvidenceClass evidence(DeviceConfig config, List<String> faults) {
        String word = config.setting("evidence").orElse("impressions").toLowerCase(Locale.ROOT);
        EvidenceClass evidence = EVIDENCE.get(word);
        if (evidence == null) {
            faults.add("evidence must be one of " + new TreeSet<>(EVIDENCE.keySet()));
            return EvidenceClass.CITIZEN_WORD;
        }
        return evidence;
    }

    private static int number(
            DeviceConfig config, String key, int otherwise, int least, int most, List<String> faults) {
        String text = config.setting(key).orElse(String.valueOf(otherwise));
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            faults.add(key + " must be a number from " + least + " to " + most);
            return otherwise;
        }
        return value;
    }

    /** Where IPP's HTTP goes (RFC 8010, 4.3; RFC 3510). */
    URI httpUri() {
        int port = uri.getPort() < 0 ? 631 : uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String host = uri.getHost();
        return URI.create("http://" + host + ":" + port + path);
    }
}
