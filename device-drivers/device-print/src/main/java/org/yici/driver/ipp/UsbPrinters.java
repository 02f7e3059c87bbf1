package org.yici.driver.ipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yici.device.Candidate;

/** Printers on USB, as Linux lists them. This driver speaks to none of them by itself: ipp-usb or CUPS stands between. */
final class UsbPrinters {
    static final Path SYSFS = Path.of("/sys/bus/usb/devices");

    /** USB device class of printers, and the protocol of IPP over USB (usb.org, printer class 1.1). */
    private static final String PRINTER = "07";

    private static final String IPP_OVER_USB = "04";

    private UsbPrinters() {}

    static List<Candidate> in(Path folder) {
        Map<Path, Boolean> speaksIpp = new LinkedHashMap<>();
        for (Path interfaces : children(folder)) {
            if (read(interfaces.resolve("bInterfaceClass")).equals(PRINTER)) {
                boolean ipp = read(interfaces.resolve("bInterfaceProtocol")).equals(IPP_OVER_USB);
                Path device = folder.resolve(interfaces.getFileName().toString().replaceAll(":.*", ""));
                speaksIpp.merge(device, ipp, Boolean::logicalOr);
            }
        }
        List<Candidate> printers = new ArrayList<>();
        speaksIpp.forEach((device, ipp) -> printers.add(candidate(device, ipp)));
        return printers;
    }

    private static Candidate candidate(Path device, boolean ipp) {
        String name = (read(device.resolve("manufacturer")) + " " + read(device.resolve("product"))).strip();
        String advice = ipp ? "install ipp-usb and name its port on localhost" : "it needs a queue in CUPS";
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("path", device.toString());
        facts.put("usb", read(device.resolve("idVendor")) + ":" + read(device.resolve("idProduct")));
        if (!read(device.resolve("serial")).isEmpty()) {
            facts.put("serial", read(device.resolve("serial")));
        }
        return new Candidate("USB printer " + name + ": " + advice, Optional.empty(), facts);
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
