package org.yici.bench.raster;

import java.nio.ByteBuffer;

/**
 * What of a page's header (PWG 5102.4, 4.3) matters to this printer: 1796 bytes, big-endian, laid out like version 2 of the CUPS raster
 * header, from whose C structure the offsets were taken. Everything else in it is passed over, also the number of pages, which
 * some writers state wrongly.
 *
 * @param width in pixels
 * @param height in pixels
 * @param colours of a pixel, one byte each: 1 for {@code sgray_8}, 3 for {@code srgb_8}
 * @param dotsPerInch in both directions, 300 or 600
 */
public record PageHeader(int width, int height, int colours, int dotsPerInch) {
    static final int LENGTH = 1796;

    private static final int RESOLUTION_X = 276;
    private static final int RESOLUTION_Y = 280;
    private static final int WIDTH = 372;
    private static final int HEIGHT = 376;
    private static final int BITS_PER_COLOUR = 384;
    private static final int BITS_PER_PIXEL = 388;
    private static final int BYTES_PER_LINE = 392;
    private static final int COLOUR_ORDER = 396;
    private static final int COLOUR_SPACE = 400;

    private static final int CHUNKY = 0;
    private static final int SGRAY = 18;
    private static final int SRGB = 19;

    /** A3: nothing larger could lie in front of this printer. */
    private static final double LONGEST_MM = 421;

    private static final double BROADEST_MM = 298;
    private static final double MILLIMETRES_PER_INCH = 25.4;

    /** Reads the header that begins at {@code offset}. */
    static PageHeader read(byte[] document, int offset) throws RasterFault {
        if (document.length - offset < LENGTH) {
            throw new RasterFault("a page header is cut off at byte " + document.length);
        }
        ByteBuffer header = ByteBuffer.wrap(document, offset, LENGTH).slice();
        int colours = colours(header.getInt(COLOUR_SPACE));
        demand(header, BITS_PER_COLOUR, 8);
        demand(header, BITS_PER_PIXEL, 8 * colours);
        demand(header, COLOUR_ORDER, CHUNKY);
        demand(header, RESOLUTION_Y, header.getInt(RESOLUTION_X));
        PageHeader page = new PageHeader(
                header.getInt(WIDTH), header.getInt(HEIGHT), colours, resolution(header.getInt(RESOLUTION_X)));
        page.demandThatItFits();
        demand(header, BYTES_PER_LINE, page.bytesPerLine());
        return page;
    }

    public int bytesPerLine() {
        return width * colours;
    }

    public double widthMm() {
        return width * MILLIMETRES_PER_INCH / dotsPerInch;
    }

    public double heightMm() {
        return height * MILLIMETRES_PER_INCH / dotsPerInch;
    }

    private void demandThatItFits() throws RasterFault {
        if (width <= 0
                || height <= 0
                || Math.max(widthMm(), heightMm()) > LONGEST_MM
                || Math.min(widthMm(), heightMm()) > BROADEST_MM) {
            throw new RasterFault("a page of " + Integer.toUnsignedString(width) + " by "
                    + Integer.toUnsignedString(height) + " pixels at " + dotsPerInch + " dpi");
        }
    }

    private static int colours(int space) throws RasterFault {
        return switch (space) {
            case SGRAY -> 1;
            case SRGB -> 3;
            default -> throw new RasterFault("colour space " + Integer.toUnsignedString(space));
        };
    }

    private static int resolution(int dotsPerInch) throws RasterFault {
        if (dotsPerInch != 300 && dotsPerInch != 600) {
            throw new RasterFault("a resolution of " + Integer.toUnsignedString(dotsPerInch) + " dpi");
        }
        return dotsPerInch;
    }

    private static void demand(ByteBuffer header, int offset, int expected) throws RasterFault {
        int seen = header.getInt(offset);
        if (seen != expected) {
            throw new RasterFault(
                    "header field " + offset + " is " + Integer.toUnsignedString(seen) + " instead of " + expected);
        }
    }
}
