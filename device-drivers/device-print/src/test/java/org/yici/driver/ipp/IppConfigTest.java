package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.EvidenceClass;
import org.yici.device.PaperSize;

class IppConfigTest {
    private static DeviceConfig config(Map<String, String> settings) {
        return new DeviceConfig(new DeviceId("printer"), DeviceKind.DOCUMENT_PRINTER, "ipp", settings);
    }

    @Test
    void knowsItsDefaults() {
        assertThat(IppConfig.of(config(Map.of("uri", "ipp://10.0.0.9/ipp/print"))))
                .isEqualTo(new IppConfig(
                        URI.create("ipp://10.0.0.9/ipp/print"),
                        Optional.empty(),
                        EvidenceClass.IMPRESSIONS,
                        Map.of(),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(180)));
    }

    @ParameterizedTest
    @CsvSource({
        "ipp://printer/ipp/print, http://printer:631/ipp/print",
        "ipp://printer:8631/p, http://printer:8631/p",
        "ipp://[::1]:8631, http://[::1]:8631/",
        "ipps://printer/ipp/print, https://printer:631/ipp/print"
    })
    void sendsIppOverHttpAtItsOwnPort(String uri, String http) {
        assertThat(IppConfig.of(config(Map.of("uri", uri))).httpUri()).isEqualTo(URI.create(http));
    }

    @Test
    void namesAllFaultsTogether() {
        assertThatThrownBy(() -> IppConfig.of(config(Map.of(
                        "uri",
                        "http://p/",
                        "evidence",
                        "exit-sensor",
                        "tls-sha256",
                        "12:34",
                        "tray-a5",
                        "Fach 2",
                        "poll-ms",
                        "0",
                        "waiting-limit-s",
                        "x",
                        "a",
                        "1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "device printer",
                        "unknown setting a",
                        "uri must be ipp://",
                        "evidence must be one of [citizen-word, impressions, job-state, page-counter]",
                        "tls-sha256 must be the 64 hexadecimal digits",
                        "tray-a5 must be a keyword",
                        "poll-ms",
                        "waiting-limit-s");
    }

    @Test
    void knowsCertificateAndTrays() {
        IppConfig config = IppConfig.of(config(
                Map.of("uri", "ipps://printer/ipp/print", "tls-sha256", "AB:".repeat(31) + "CD", "tray-a5", "tray-2")));
        assertThat(config.certificate()).contains("ab".repeat(31) + "cd");
        assertThat(config.tray(PaperSize.A5)).contains("tray-2");
        assertThat(config.tray(PaperSize.A4)).isEmpty();
    }

    @Test
    void wantsNoCertificateWithoutTls() {
        assertThatThrownBy(() ->
                        IppConfig.of(config(Map.of("uri", "ipp://printer/ipp/print", "tls-sha256", "0".repeat(64)))))
                .hasMessageContaining("tls-sha256 is for ipps:// only");
    }
}
