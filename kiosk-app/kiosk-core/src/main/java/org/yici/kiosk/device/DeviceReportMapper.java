package org.yici.kiosk.device;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.ReportText;
import org.yici.device.Device;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceStatus;

/**
 * A device's status as the server reads it: the words of CEN XFS4IoT in lower camel case. What a device said itself is brought into the
 * form that the contract has for it, so that no device can keep a report from being made.
 */
final class DeviceReportMapper {
    private DeviceReportMapper() {}

    /** How a device is and what it counted. */
    static DeviceReport of(Device device) {
        DeviceStatus status = device.status();
        return new DeviceReport(
                ReportText.word(status.id().value()),
                word(status.kind()),
                word(status.state()),
                details(status),
                status.faults().stream()
                        .limit(DeviceReport.MOST_FAULTS)
                        .map(DeviceReportMapper::of)
                        .toList(),
                device.counts().entrySet().stream()
                        .collect(Collectors.toMap(count -> count.getKey().word(), Map.Entry::getValue)));
    }

    private static Map<String, String> details(DeviceStatus status) {
        if (status instanceof DeviceStatus.OfIdentityReader reader) {
            return Map.of("media", word(reader.media()), "safeModule", ReportText.text(reader.safeModule()));
        }
        if (status instanceof DeviceStatus.OfDocumentPrinter printer) {
            return Map.of("paper", word(printer.paper()), "toner", word(printer.toner()));
        }
        if (status instanceof DeviceStatus.OfChipCardReader reader) {
            return Map.of("media", word(reader.media()), "reader", ReportText.text(reader.reader()));
        }
        if (status instanceof DeviceStatus.OfBarcodeReader scanner) {
            return Map.of("scanning", scanner.scanning() ? "on" : "off");
        }
        return Map.of();
    }

    private static DeviceReport.Fault of(DeviceFault fault) {
        return new DeviceReport.Fault(
                ReportText.word(fault.name()), word(fault.whoActs()), ReportText.text(fault.nativeCode()));
    }

    static String word(Enum<?> value) {
        StringBuilder word = new StringBuilder();
        for (String part : value.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }
}
