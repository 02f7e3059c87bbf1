package org.yici.driver.ipp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.PaperSize;
import org.yici.device.PrintOrder;
import org.yici.device.Sides;
import org.yici.driver.pwg.PwgRaster;
import org.yici.driver.pwg.RasterFormat;

/**
 * What the printer says that it can do. A list that it does not give refuses nothing of what every printer can: PDF is the exception.
 *
 * @param formats {@code document-format-supported}
 * @param sides {@code sides-supported}
 * @param media {@code media-supported}
 * @param sources {@code media-source-supported}
 * @param raster {@code pwg-raster-document-…}
 */
record PrinterAbility(
        List<String> formats, List<String> sides, List<String> media, List<String> sources, RasterAbility raster) {
    PrinterAbility {
        formats = List.copyOf(formats);
        sides = List.copyOf(sides);
        media = List.copyOf(media);
        sources = List.copyOf(sources);
    }

    /** {@code sides} (RFC 8011, 5.2.8). */
    static String keyword(Sides sides) {
        return sides.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What keeps this printer from carrying the order out. */
    Optional<DeviceFault> obstacle(PrintOrder order, Optional<String> tray) {
        if (!formats.contains(IppClient.PDF) && !isRasterTaken(order)) {
            return fault("format-unsupported", formats);
        }
        boolean usual = order.paper() == PaperSize.A4 && media.isEmpty();
        if (!usual && !media.contains(order.paper().mediaName())) {
            return fault("paper-size-unsupported", media);
        }
        boolean plain = order.sides() == Sides.ONE_SIDED && sides.isEmpty();
        if (!plain && !sides.contains(keyword(order.sides()))) {
            return fault("sides-unsupported", sides);
        }
        if (tray.isPresent() && !sources.contains(tray.get())) {
            return fault("tray-unsupported", sources);
        }
        return Optional.empty();
    }

    private boolean isRasterTaken(PrintOrder order) {
        return formats.contains(PwgRaster.TYPE)
                && raster.format(order.paper(), order.sides()).isPresent();
    }

    /** How the document has to be drawn for it; empty: it takes PDF as it is. */
    Optional<RasterFormat> rasterFor(PrintOrder order) {
        return formats.contains(IppClient.PDF) ? Optional.empty() : raster.format(order.paper(), order.sides());
    }

    private static Optional<DeviceFault> fault(String name, List<String> supported) {
        return Optional.of(new DeviceFault(name, WhoActs.MAINTENANCE, String.join(",", supported)));
    }
}
