package org.yici.admin.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.contract.message.DeviceReport;

class DeviceViewTest {
    private static DeviceView printer(String paper, String nativeCode) {
        return DeviceView.of(new DeviceReport(
                "document-printer",
                "documentPrinter",
                "online",
                Map.of("paper", paper),
                List.of(new DeviceReport.Fault("media-empty", "clear", nativeCode)),
                Map.of()));
    }

    @Test
    void tellsAWarningFromAnError() {
        DeviceView warned = printer("low", "media-empty-warning");
        assertThat(warned.tone()).isEqualTo("warning");
        assertThat(warned.faults().get(0).name()).isEqualTo("缺纸（提醒）");
        assertThat(warned.faults().get(0).tone()).isEqualTo("warning");
        DeviceView out = printer("out", "media-empty-error");
        assertThat(out.tone()).isEqualTo("bad");
        assertThat(out.faults().get(0).name()).isEqualTo("缺纸");
        assertThat(out.faults().get(0).tone()).isEqualTo("bad");
    }
}
