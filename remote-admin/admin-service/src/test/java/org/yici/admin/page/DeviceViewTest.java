package org.yici.admin.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.DeviceVocabulary;

class DeviceViewTest {
    private static final String MODULE = "05.03-20200101-0000000001";

    private static DeviceView printer(String paper, String nativeCode) {
        return DeviceView.of(
                new DeviceReport(
                        "document-printer",
                        "documentPrinter",
                        "online",
                        Map.of("paper", paper),
                        List.of(new DeviceReport.Fault("media-empty", "clear", nativeCode)),
                        Map.of()),
                MODULE);
    }

    private static DeviceView reader(String module) {
        DeviceReport report = new DeviceReport(
                "reader", "identityReader", "online", Map.of("safeModule", module), List.of(), Map.of());
        return DeviceView.of(report, MODULE);
    }

    @Test
    void comparesTheSecurityModuleWithTheOneThatIsBound() {
        DeviceView bound = reader(DeviceVocabulary.fingerprint(MODULE));
        assertThat(bound.details()).containsExactly(new DeviceView.Detail("安全模块", "与登记一致", "plain"));
        assertThat(bound.tone()).isEqualTo("good");
        DeviceView other = reader(DeviceVocabulary.fingerprint("05.03-20200101-0000000002"));
        assertThat(other.details()).containsExactly(new DeviceView.Detail("安全模块", "与登记不符", "bad"));
        assertThat(other.tone()).isEqualTo("bad");
    }

    @Test
    void saysNothingOfASecurityModuleThatWasNotAskedYet() {
        assertThat(reader("").details()).isEmpty();
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
