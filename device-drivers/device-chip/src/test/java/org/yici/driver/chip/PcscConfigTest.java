package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;

class PcscConfigTest {
    private static PcscConfig config(Map<String, String> settings) {
        return PcscConfig.of(
                new DeviceConfig(new DeviceId("chip-card-reader"), DeviceKind.CHIP_CARD_READER, "pcsc", settings));
    }

    @Test
    void needsNothing() {
        assertThat(config(Map.of())).isEqualTo(new PcscConfig("", Duration.ofSeconds(10), Optional.empty()));
    }

    @Test
    void takesWhatIsSet(@TempDir Path folder) {
        assertThat(config(Map.of("reader", "ACME 00 00", "deadline-s", "60", "countries", folder.toString())))
                .isEqualTo(new PcscConfig("ACME 00 00", Duration.ofSeconds(60), Optional.of(folder)));
    }

    @Test
    void namesAllFaultsTogether() {
        assertThatThrownBy(() -> config(Map.of("pin", "1", "deadline-s", "61", "countries", "nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("device chip-card-reader: unknown setting pin; deadline-s must be 1 to 60;"
                        + " countries must be a folder");
    }

    @Test
    void isFoundAmongTheDrivers() {
        assertThat(ServiceLoader.load(DriverProvider.class))
                .extracting(DriverProvider::name, DriverProvider::kind)
                .contains(org.assertj.core.groups.Tuple.tuple("pcsc", DeviceKind.CHIP_CARD_READER));
    }
}
