package org.yici.driver.ipp;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yici.device.PaperSize;
import org.yici.device.Sides;
import org.yici.driver.pwg.RasterFormat;
import org.yici.driver.pwg.RasterFormat.Colours;
import org.yici.driver.pwg.RasterFormat.SheetBack;

/**
 * Which PWG raster the printer takes.
 *
 * @param dotsPerInch resolutions that are the same in both directions
 * @param types {@code pwg-raster-document-type-supported}
 */
record RasterAbility(List<Integer> dotsPerInch, List<String> types, SheetBack back) {
    /** Small print is read well at it; more costs memory and time. */
    private static final int ENOUGH = 300;

    private static final int MOST = 1200;

    RasterAbility {
        dotsPerInch = List.copyOf(dotsPerInch);
        types = List.copyOf(types);
    }

    /** In colour if it prints colours; empty: it takes none that this driver can make. */
    Optional<RasterFormat> format(PaperSize paper, Sides sides) {
        Optional<Colours> colours = Optional.empty();
        for (Colours candidate : Colours.values()) {
            colours = types.contains(candidate.keyword()) ? Optional.of(candidate) : colours;
        }
        return colours.flatMap(chosen -> resolution().map(dots -> new RasterFormat(chosen, dots, paper, sides, back)));
    }

    private Optional<Integer> resolution() {
        List<Integer> possible = dotsPerInch.stream()
                .filter(dots -> dots >= 72 && dots <= MOST)
                .sorted()
                .toList();
        return possible.stream().filter(dots -> dots >= ENOUGH).findFirst().or(() -> possible.stream()
                .max(Comparator.naturalOrder()));
    }
}
