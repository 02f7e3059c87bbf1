package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.travel.Ministry;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;
import org.yici.driver.chip.travel.Countries;
import org.yici.driver.chip.travel.Trust;

class PcscConfigTest {
    private static PcscConfig config(Map<String, String> settings) {
        return PcscConfig.of(
                new DeviceConfig(new DeviceId("chip-card-reader"), DeviceKind.CHIP_CARD_READER, "pcsc", settings));
    }

    @Test
    void needsNothing() {
        assertThat(config(Map.of())).isEqualTo(new PcscConfig("", Duration.ofSeconds(10), Countries.NONE));
    }

    @Test
    void takesWhatIsSet(@TempDir Path folder) throws Exception {
        Trust.in(new Ministry("UT", "SHA256withECDSA"), folder);
        PcscConfig config = config(Map.of("reader", "ACME 00 00", "deadline-s", "60", "countries", folder.toString()));
        assertThat(config.reader()).isEqualTo("ACME 00 00");
        assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.countries()).isNotSameAs(Countries.NONE);
    }

    @Test
    void namesAllFaultsTogether() {
        assertThatThrownBy(() -> config(Map.of("pin", "1", "deadline-s", "61", "countries", "nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("device chip-card-reader: unknown setting pin; deadline-s must be 1 to 60;"
                        + " countries: nowhere cannot be read");
    }

    @Test
    void isFoundAmongTheDrivers() {
        assertThat(ServiceLoader.load(DriverProvider.class))
                .extracting(DriverProvider::name, DriverProvider::kind)
                .contains(org.assertj.core.groups.Tuple.tuple("pcsc", DeviceKind.CHIP_CARD_READER));
    }
}
