package org.yici.driver.pwg;

import java.util.Locale;
import org.yici.device.PaperSize;
import org.yici.device.Sides;

/**
 * How a printer wants its raster.
 *
 * @param dotsPerInch in both directions, 72 to 1200
 * @param back {@code pwg-raster-document-sheet-back}
 */
public record RasterFormat(Colours colours, int dotsPerInch, PaperSize paper, Sides sides, SheetBack back) {
    public RasterFormat {
        if (dotsPerInch < 72 || dotsPerInch > 1200) {
            throw new IllegalArgumentException(dotsPerInch + " dots an inch");
        }
    }

    /** {@code pwg-raster-document-type-supported}, as far as it is used here. */
    public enum Colours {
        /** One byte a dot, 255 is white. */
        SGRAY_8(1, 18),
        /** Three bytes a dot, red first. */
        SRGB_8(3, 19);

        private final int bytes;
        private final int space;

        Colours(int bytes, int space) {
            this.bytes = bytes;
            this.space = space;
        }

        /** Bytes a dot. */
        int bytes() {
            return bytes;
        }

        /** The number of the colour space in a page's header. */
        int space() {
            return space;
        }

        /** IPP's keyword. */
        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the printer sees the back of a sheet: what has to be done to a page that comes there. */
    public enum SheetBack {
        NORMAL,
        FLIPPED,
        ROTATED,
        MANUAL_TUMBLE;

        /** {@code NORMAL} for a keyword that nobody knows. */
        public static SheetBack of(String keyword) {
            for (SheetBack back : values()) {
                if (back.name().equalsIgnoreCase(keyword.replace('-', '_'))) {
                    return back;
                }
            }
            return NORMAL;
        }
    }

    int width() {
        return dots(paper.width());
    }

    int height() {
        return dots(paper.height());
    }

    private int dots(int millimetres) {
        return (int) Math.round(millimetres * dotsPerInch / 25.4);
    }

    /** Whether page {@code number}, counted from 1, comes to lie on the back of a sheet. */
    private boolean isBack(int number) {
        return sides != Sides.ONE_SIDED && number % 2 == 0;
    }

    /** Whether a page is mirrored from left to right (PWG 5102.4, CrossFeedTransform of -1). */
    boolean isMirroredAcross(int number) {
        boolean tumble = sides == Sides.TWO_SIDED_SHORT_EDGE;
        return isBack(number)
                && switch (back) {
                    case NORMAL -> false;
                    case FLIPPED, MANUAL_TUMBLE -> tumble;
                    case ROTATED -> !tumble;
                };
    }

    /** Whether a page is mirrored from top to bottom (PWG 5102.4, FeedTransform of -1). */
    boolean isMirroredAlong(int number) {
        boolean tumble = sides == Sides.TWO_SIDED_SHORT_EDGE;
        return isBack(number)
                && switch (back) {
                    case NORMAL -> false;
                    case MANUAL_TUMBLE -> tumble;
                    case FLIPPED, ROTATED -> !tumble;
                };
    }
}
