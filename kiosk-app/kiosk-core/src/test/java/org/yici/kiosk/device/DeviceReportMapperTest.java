package org.yici.kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yici.base.WhoActs;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.DeviceVocabulary;
import org.yici.device.Device;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.MediaStatus;
import org.yici.device.PaperStatus;
import org.yici.device.TonerStatus;
import org.yici.device.fake.FakeDocumentPrinter;
import org.yici.device.fake.FakeIdentityReader;
import org.yici.kiosk.fake.VirtualUiExecutor;

/** The agent passes on words of {@link DeviceVocabulary} alone: what sessions say has to be there. */
class DeviceReportMapperTest {
    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(DeviceReportMapper::word).collect(Collectors.toSet());
    }

    private static Set<String> details(String name) {
        return Objects.requireNonNull(DeviceVocabulary.DETAILS.get(name));
    }

    @Test
    void everyKindStateAndStatusOfADeviceIsInTheVocabulary() {
        assertThat(DeviceVocabulary.KINDS).containsExactlyInAnyOrderElementsOf(words(DeviceKind.values()));
        assertThat(DeviceVocabulary.STATES).containsAll(words(DeviceState.values()));
        assertThat(DeviceVocabulary.WHO_ACTS).containsExactlyInAnyOrderElementsOf(words(WhoActs.values()));
        assertThat(details("media")).containsExactlyInAnyOrderElementsOf(words(MediaStatus.values()));
        assertThat(details("paper")).containsExactlyInAnyOrderElementsOf(words(PaperStatus.values()));
        assertThat(details("toner")).containsExactlyInAnyOrderElementsOf(words(TonerStatus.values()));
    }

    @Test
    void whatAFakePrinterSaysIsInTheVocabulary() {
        VirtualUiExecutor executor = new VirtualUiExecutor(Instant.parse("2026-11-01T02:00:00Z"));
        for (Device device : List.of(new FakeIdentityReader(executor), new FakeDocumentPrinter(executor))) {
            DeviceReport report = DeviceReportMapper.of(device);
            assertThat(DeviceVocabulary.STATES).contains(report.state());
            report.details().forEach((name, value) -> {
                if (!name.equals("safeModule")) {
                    assertThat(details(name)).contains(value);
                }
            });
        }
        DeviceFault fault = new DeviceFault("media-empty", WhoActs.CLEAR, "media-empty-error");
        assertThat(DeviceVocabulary.isFault(fault.name())).isTrue();
        assertThat(DeviceVocabulary.isNativeCode(fault.nativeCode())).isTrue();
    }
}
