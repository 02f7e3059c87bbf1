package org.yici.driver.ipp;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yici.device.DeviceConfig;
import org.yici.device.EvidenceClass;
import org.yici.device.PaperSize;

/**
 * Settings of the driver.
 *
 * @param uri the printer, {@code ipp://host:port/path} or {@code ipps://host:port/path}
 * @param certificate SHA-256 of the certificate by which the printer is known, 64 hexadecimal digits in small letters; empty: one that
 *     Java trusts
 * @param evidence how this printer proves delivery; its profile, found out once by trying
 * @param trays where paper of a size lies, {@code media-source}; a size that is not named comes from where the printer likes
 * @param poll how often an open job is asked after: 50 ms to 10 s, default 500 ms
 * @param status how often the printer is asked after otherwise: 100 ms to 60 s, default 2 s
 * @param waitingLimit how long a job may wait for paper or for a printer that is gone: 1 s to 1 h, default 180 s
 */
record IppConfig(
        URI uri,
        Optional<String> certificate,
        EvidenceClass evidence,
        Map<PaperSize, String> trays,
        Duration poll,
        Duration status,
        Duration waitingLimit) {
    private static final Set<String> KEYS =
            Set.of("uri", "tls-sha256", "evidence", "tray-a4", "tray-a5", "poll-ms", "status-ms", "waiting-limit-s");
    private static final Map<String, EvidenceClass> EVIDENCE = Map.of(
            "page-counter", EvidenceClass.PAGE_COUNTER,
            "impressions", EvidenceClass.IMPRESSIONS,
            "job-state", EvidenceClass.JOB_STATE,
            "citizen-word", EvidenceClass.CITIZEN_WORD);

    IppConfig {
        trays = Map.copyOf(trays);
    }

    static IppConfig of(DeviceConfig config) {
        List<String> faults = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(config.settings().keySet());
        unknown.removeAll(KEYS);
        unknown.forEach(key -> faults.add("unknown setting " + key));
        IppConfig result = new IppConfig(
                uri(config, faults),
                certificate(config, faults),
                evidence(config, faults),
                trays(config, faults),
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
            if (Set.of("ipp", "ipps").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below with the others.
        }
        faults.add("uri must be ipp://host:port/path or ipps://host:port/path");
        return URI.create("ipp://unset/");
    }

    private static Optional<String> certificate(DeviceConfig config, List<String> faults) {
        Optional<String> digest = config.setting("tls-sha256").map(IppConfig::plainDigits);
        if (digest.filter(text -> !text.matches("[0-9a-f]{64}")).isPresent()) {
            faults.add("tls-sha256 must be the 64 hexadecimal digits of the certificate's SHA-256");
            return Optional.empty();
        }
        if (digest.isPresent() && !config.setting("uri").orElse("").startsWith("ipps:")) {
            faults.add("tls-sha256 is for ipps:// only");
        }
        return digest;
    }

    /** As tools print it: in capitals and with colons. */
    private static String plainDigits(String digest) {
        return digest.replace(":", "").toLowerCase(Locale.ROOT);
    }

    private static Map<PaperSize, String> trays(DeviceConfig config, List<String> faults) {
        Map<PaperSize, String> trays = new EnumMap<>(PaperSize.class);
        for (PaperSize paper : PaperSize.values()) {
            String key = "tray-" + paper.name().toLowerCase(Locale.ROOT);
            config.setting(key).ifPresent(tray -> {
                if (tray.matches("[a-z0-9][a-z0-9._-]{0,62}")) {
                    trays.put(paper, tray);
                } else {
                    faults.add(key + " must be a keyword of media-source-supported, such as tray-2");
                }
            });
        }
        return trays;
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

    /** Where paper of this size lies. */
    Optional<String> tray(PaperSize paper) {
        return Optional.ofNullable(trays.get(paper));
    }

    boolean isEncrypted() {
        return "ipps".equals(uri.getScheme());
    }

    /** Where IPP's HTTP goes (RFC 8010, 4.3; RFC 3510; RFC 7472). */
    URI httpUri() {
        int port = uri.getPort() < 0 ? 631 : uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String host = uri.getHost();
        return URI.create((isEncrypted() ? "https://" : "http://") + host + ":" + port + path);
    }
}
