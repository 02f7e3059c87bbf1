package org.yici.check;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Makes white letters on blue keys dark letters on white: tesseract takes a dark key for a picture and overlooks what stands on it.
 */
final class Ink {
    private static final int SHORTEST_KEY = 100;

    private Ink() {}

    static byte[] dark(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int width = picture.getWidth();
        for (int y = 0; y < picture.getHeight(); y++) {
            int[] row = picture.getRGB(0, y, width, 1, null, 0, width);
            if (turnKeys(row)) {
                picture.setRGB(0, y, width, 1, row, 0, width);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    /** Between the first and the last blue pixel of a row that has many: blue becomes white, white becomes black. */
    private static boolean turnKeys(int[] row) {
        int first = -1;
        int last = -1;
        int blue = 0;
        for (int x = 0; x < row.length; x++) {
            if (isBlue(row[x])) {
                first = first < 0 ? x : first;
                last = x;
                blue++;
            }
        }
        if (blue < SHORTEST_KEY) {
            return false;
        }
        for (int x = first; x <= last; x++) {
            int ink = 255 - (row[x] >> 16 & 255);
            row[x] = ink << 16 | ink << 8 | ink;
        }
        return true;
    }

    private static boolean isBlue(int rgb) {
        return (rgb & 255) - (rgb >> 16 & 255) > 100;
    }
}
