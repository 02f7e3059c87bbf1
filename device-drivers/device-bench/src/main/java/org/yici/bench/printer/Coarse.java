package org.yici.bench.printer;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.yici.bench.raster.PageHeader;
import org.yici.bench.raster.RasterPage;

/** Makes a page coarser while it is decoded, so that of its pixels only one row of sums is in memory. */
final class Coarse implements RasterPage.Lines {
    private final PageHeader header;
    private final int factor;
    private final BufferedImage image;
    private final int[] sums;
    private int lines;

    Coarse(PageHeader header) {
        this.header = header;
        this.factor = header.dotsPerInch() / Paper.DOTS_PER_INCH;
        this.image = new BufferedImage(coarser(header.width()), coarser(header.height()), BufferedImage.TYPE_INT_RGB);
        this.sums = new int[image.getWidth() * header.colours()];
    }

    private int coarser(int pixels) {
        return (pixels + factor - 1) / factor;
    }

    @Override
    public void take(int count, byte[] pixels) {
        for (int i = 0; i < count; i++) {
            add(pixels);
            lines++;
            if (lines % factor == 0 || lines == header.height()) {
                row((lines - 1) / factor, (lines - 1) % factor + 1);
            }
        }
    }

    private void add(byte[] pixels) {
        int colours = header.colours();
        for (int x = 0; x < header.width(); x++) {
            for (int colour = 0; colour < colours; colour++) {
                sums[x / factor * colours + colour] += pixels[x * colours + colour] & 0xFF;
            }
        }
    }

    private void row(int y, int linesInRow) {
        int colours = header.colours();
        for (int x = 0; x < image.getWidth(); x++) {
            int area = linesInRow * Math.min(factor, header.width() - x * factor);
            int red = sums[x * colours] / area;
            int green = colours == 1 ? red : sums[x * colours + 1] / area;
            int blue = colours == 1 ? red : sums[x * colours + 2] / area;
            image.setRGB(x, y, red << 16 | green << 8 | blue);
        }
        Arrays.fill(sums, 0);
    }

    /** The page at 150 dots an inch, once it was read. */
    BufferedImage image() {
        return image;
    }
}
