package org.yici.kiosk.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.PaperStatus;
import org.yici.device.TonerStatus;

class PrinterErrorMapperTest {
    @ParameterizedTest
    @CsvSource({
        "ONLINE,         FULL,    FULL,    -",
        "ONLINE,         LOW,     LOW,     -",
        "DEVICE_BUSY,    FULL,    FULL,    -",
        "STARTING,       UNKNOWN, UNKNOWN, -",
        "ONLINE,         OUT,     FULL,    P01",
        "OFFLINE,        UNKNOWN, UNKNOWN, P02",
        "HARDWARE_ERROR, FULL,    FULL,    P03",
        "ONLINE,         JAMMED,  FULL,    P08",
        "ONLINE,         FULL,    OUT,     P09",
        "USER_ERROR,     FULL,    FULL,    P10",
        "USER_ERROR,     OUT,     FULL,    P01",
    })
    void saysWhatKeepsPaperFromComing(DeviceState state, PaperStatus paper, TonerStatus toner, String code) {
        DeviceStatus status =
                new DeviceStatus.OfDocumentPrinter(new DeviceId("document-printer"), state, paper, toner, List.of());
        assertThat(PrinterErrorMapper.of(status)
                        .map(error -> error.code().code())
                        .orElse("-"))
                .isEqualTo(code);
    }
}
