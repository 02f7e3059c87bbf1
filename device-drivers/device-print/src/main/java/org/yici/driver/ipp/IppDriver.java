package org.yici.driver.ipp;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.yici.base.Time;
import org.yici.device.Candidate;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;

/**
 * Driver {@code ipp}: a document printer that takes PDF over IPP. Settings: {@code uri} (needed, {@code ipp://host:port/path}),
 * {@code evidence} ({@code impressions}, {@code job-state} or {@code citizen-word}; default {@code impressions}), {@code poll-ms} (500),
 * {@code status-ms} (2000), {@code waiting-limit-s} (180). See {@code docs/devices.md}.
 */
public final class IppDriver implements DriverProvider {
    private static final URI CUPS = URI.create("http://localhost:631/");

    @Override
    public String name() {
        return "ipp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.DOCUMENT_PRINTER;
    }

    /** Queues of the CUPS on this machine, and printers on USB; printers in the network are not looked for. */
    @Override
    public List<Candidate> candidates() {
        return Stream.concat(CupsQueues.at(CUPS).stream(), UsbPrinters.in(UsbPrinters.SYSFS).stream())
                .toList();
    }

    @Override
    public void check(DeviceConfig config) {
        IppConfig.of(config);
    }

    @Override
    public Device start(DeviceConfig config, Time time) {
        IppDocumentPrinter printer = new IppDocumentPrinter(config.id(), IppConfig.of(config), time);
        printer.start();
        return printer;
    }
}
