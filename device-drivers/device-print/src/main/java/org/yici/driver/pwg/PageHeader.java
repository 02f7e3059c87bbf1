package org.yici.driver.pwg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.yici.device.Sides;

/** The 1796 bytes before each page (PWG 5102.4-2020, table 1); all that is not written here is zero. */
final class PageHeader {
    private static final int LENGTH = 1796;
    private static final int BITS = 8;
    private static final double POINTS_A_MILLIMETRE = 72 / 25.4;

    private final ByteBuffer bytes = ByteBuffer.allocate(LENGTH);

    private PageHeader() {}

    /** @param number of the page, from 1 */
    static byte[] of(RasterFormat format, int number, int pages) {
        PageHeader header = new PageHeader();
        header.text(0, "PwgRaster");
        header.number(272, format.sides() == Sides.ONE_SIDED ? 0 : 1);
        header.number(276, format.dotsPerInch());
        header.number(280, format.dotsPerInch());
        header.number(340, 1);
        header.number(352, points(format.paper().width()));
        header.number(356, points(format.paper().height()));
        header.number(368, format.sides() == Sides.TWO_SIDED_SHORT_EDGE ? 1 : 0);
        header.number(372, format.width());
        header.number(376, format.height());
        int colours = format.colours().bytes();
        header.number(384, BITS);
        header.number(388, BITS * colours);
        header.number(392, format.width() * colours);
        header.number(400, format.colours().space());
        header.number(420, colours);
        header.number(452, pages);
        header.number(456, format.isMirroredAcross(number) ? -1 : 1);
        header.number(460, format.isMirroredAlong(number) ? -1 : 1);
        header.text(1732, format.paper().mediaName());
        return header.bytes.array();
    }

    private static int points(int millimetres) {
        return (int) Math.round(millimetres * POINTS_A_MILLIMETRE);
    }

    private void number(int at, int value) {
        bytes.putInt(at, value);
    }

    private void text(int at, String words) {
        bytes.put(at, words.getBytes(StandardCharsets.US_ASCII));
    }
}
