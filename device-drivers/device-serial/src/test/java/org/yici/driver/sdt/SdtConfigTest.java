package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;

class SdtConfigTest {
    private static DeviceConfig config(Map<String, String> settings) {
        return new DeviceConfig(new DeviceId("reader"), DeviceKind.IDENTITY_READER, "sdt", settings);
    }

    @Test
    void knowsItsDefaults() {
        assertThat(SdtConfig.of(config(Map.of("port", "/dev/ttyUSB0"))))
                .isEqualTo(new SdtConfig("/dev/ttyUSB0", 115_200, Duration.ofMillis(300), false, false, false));
    }

    @Test
    void namesAllFaultsTogether() {
        assertThatThrownBy(() ->
                        SdtConfig.of(config(Map.of("baud", "1200", "poll-ms", "x", "speed", "1", "photo", "yes"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "device reader",
                        "unknown setting speed",
                        "port is missing",
                        "baud must be",
                        "poll-ms must be",
                        "photo must be true or false");
    }
}
