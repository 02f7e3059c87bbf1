package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.EvidenceClass;

class IppConfigTest {
    private static DeviceConfig config(Map<String, String> settings) {
        return new DeviceConfig(new DeviceId("printer"), DeviceKind.DOCUMENT_PRINTER, "ipp", settings);
    }

    @Test
    void knowsItsDefaults() {
        assertThat(IppConfig.of(config(Map.of("uri", "ipp://10.0.0.9/ipp/print"))))
                .isEqualTo(new IppConfig(
                        URI.create("ipp://10.0.0.9/ipp/print"),
                        EvidenceClass.IMPRESSIONS,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(180)));
    }

    @ParameterizedTest
    @CsvSource({
        "ipp://printer/ipp/print, http://printer:631/ipp/print",
        "ipp://printer:8631/p, http://printer:8631/p",
        "ipp://[::1]:8631, http://[::1]:8631/"
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
                        "page-counter",
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
                        "evidence must be one of",
                        "poll-ms",
                        "waiting-limit-s");
    }
}
