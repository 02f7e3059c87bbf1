package org.yici.code;

import com.google.zxing.LuminanceSource;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Arrays;

/** A picture in 256 shades of gray, and what can be made of it. Immutable as long as nobody writes into what {@link #getMatrix()} gives. */
final class GrayPicture extends LuminanceSource {
    private final byte[] shades;

    GrayPicture(int width, int height, byte[] shades) {
        super(width, height);
        this.shades = shades;
    }

    /** What is transparent lies on white. */
    static GrayPicture of(BufferedImage picture) {
        return switch (picture.getType()) {
            case BufferedImage.TYPE_BYTE_GRAY -> ofGray(picture.getRaster());
            case BufferedImage.TYPE_INT_RGB -> ofColours(picture.getRaster());
            case BufferedImage.TYPE_3BYTE_BGR -> ofBytes(picture.getRaster());
            default -> ofColours(onWhite(picture).getRaster());
        };
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }

    private static GrayPicture ofGray(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        return new GrayPicture(width, height, (byte[])
                raster.getDataElements(raster.getMinX(), raster.getMinY(), width, height, null));
    }

    private static GrayPicture ofColours(Raster raster) {
        int width = raster.getWidth();
        byte[] shades = new byte[width * raster.getHeight()];
        int[] row = new int[width];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            raster.getDataElements(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                shades[at++] = shade(row[x] >> 16 & 0xFF, row[x] >> 8 & 0xFF, row[x] & 0xFF);
            }
        }
        return new GrayPicture(width, raster.getHeight(), shades);
    }

    private static GrayPicture ofBytes(Raster raster) {
        int width = raster.getWidth();
        byte[] shades = new byte[width * raster.getHeight()];
        byte[] row = new byte[width * 3];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            // Red, green, blue: the order of the bands, whatever that of the bytes in memory.
            raster.getDataElements(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                shades[at++] = shade(row[3 * x] & 0xFF, row[3 * x + 1] & 0xFF, row[3 * x + 2] & 0xFF);
            }
        }
        return new GrayPicture(width, raster.getHeight(), shades);
    }

    /** Weights of ITU-R BT.601 in 1/1024. */
    private static byte shade(int red, int green, int blue) {
        return (byte) (306 * red + 601 * green + 117 * blue + 512 >> 10);
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] into = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(shades, y * getWidth(), into, 0, getWidth());
        return into;
    }

    @Override
    public byte[] getMatrix() {
        return shades;
    }

    /** Black for white. */
    GrayPicture inverted() {
        byte[] other = new byte[shades.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = (byte) ~shades[i];
        }
        return new GrayPicture(getWidth(), getHeight(), other);
    }

    /** To at least 1 x 1. Smaller: each point is the mean of what it covers; larger: between four points. */
    GrayPicture scaled(double factor) {
        int width = Math.max(1, (int) Math.round(getWidth() * factor));
        int height = Math.max(1, (int) Math.round(getHeight() * factor));
        return factor < 1 ? reduced(width, height) : enlarged(width, height);
    }

    private GrayPicture reduced(int width, int height) {
        byte[] other = new byte[width * height];
        long[] sums = new long[width];
        int[] weightX = new int[getWidth() + 1];
        for (int x = 0; x < weightX.length; x++) {
            weightX[x] = (int) ((long) x * width * 256 / getWidth());
        }
        double step = (double) getHeight() / height;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            double from = y * step;
            double to = Math.min(getHeight(), from + step);
            long rows = 0;
            for (int row = (int) from; row < to; row++) {
                int share = (int) Math.round(256 * (Math.min(to, row + 1.0) - Math.max(from, row)));
                rows += share;
                addRow(row, share, weightX, sums);
            }
            for (int x = 0; x < width; x++) {
                other[y * width + x] = (byte) Math.min(255, sums[x] / Math.max(1, rows * 256));
            }
        }
        return new GrayPicture(width, height, other);
    }

    /** Each point of the row into the one or two columns that it falls into. */
    private void addRow(int row, int share, int[] weightX, long[] sums) {
        int offset = row * getWidth();
        for (int x = 0; x < getWidth(); x++) {
            int value = (shades[offset + x] & 0xFF) * share;
            int first = weightX[x] >> 8;
            int border = (first + 1) << 8;
            if (weightX[x + 1] <= border) {
                sums[first] += (long) value * (weightX[x + 1] - weightX[x]);
            } else {
                sums[first] += (long) value * (border - weightX[x]);
                sums[first + 1] += (long) value * (weightX[x + 1] - border);
            }
        }
    }

    private GrayPicture enlarged(int width, int height) {
        byte[] other = new byte[width * height];
        double stepX = (double) getWidth() / width;
        double stepY = (double) getHeight() / height;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                other[y * width + x] = (byte) between((x + 0.5) * stepX - 0.5, (y + 0.5) * stepY - 0.5);
            }
        }
        return new GrayPicture(width, height, other);
    }

    /** Each point a square of {@code side} points, with a white margin of {@code margin} points around all. */
    GrayPicture inSquares(int side, int margin) {
        int width = side * getWidth() + 2 * margin;
        int height = side * getHeight() + 2 * margin;
        byte[] other = new byte[width * height];
        Arrays.fill(other, (byte) 255);
        for (int y = 0; y < side * getHeight(); y++) {
            for (int x = 0; x < side * getWidth(); x++) {
                other[(margin + y) * width + margin + x] = shades[y / side * getWidth() + x / side];
            }
        }
        return new GrayPicture(width, height, other);
    }

    /** Each point the mean of the nine around it; those at the border stay. */
    GrayPicture smoothed() {
        int width = getWidth();
        byte[] other = shades.clone();
        int[] columns = new int[width];
        for (int y = 1; y < getHeight() - 1; y++) {
            for (int x = 0; x < width; x++) {
                columns[x] = at(x, y - 1) + at(x, y) + at(x, y + 1);
            }
            for (int x = 1; x < width - 1; x++) {
                other[y * width + x] = (byte) ((columns[x - 1] + columns[x] + columns[x + 1]) / 9);
            }
        }
        return new GrayPicture(width, getHeight(), other);
    }

    @Override
    public boolean isCropSupported() {
        return true;
    }

    @Override
    public GrayPicture crop(int left, int top, int width, int height) {
        byte[] other = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(shades, (top + y) * getWidth() + left, other, y * width, width);
        }
        return new GrayPicture(width, height, other);
    }

    /** Turned around its middle, in a picture that holds all of it; the corners are middle gray. */
    GrayPicture turned(double radians) {
        double cosine = Math.cos(radians);
        double sine = Math.sin(radians);
        int width = (int) Math.ceil(Math.abs(getWidth() * cosine) + Math.abs(getHeight() * sine) - 1e-6);
        int height = (int) Math.ceil(Math.abs(getWidth() * sine) + Math.abs(getHeight() * cosine) - 1e-6);
        byte[] other = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromX = x - (width - 1) / 2.0;
                double fromY = y - (height - 1) / 2.0;
                double atX = cosine * fromX + sine * fromY + (getWidth() - 1) / 2.0;
                double atY = cosine * fromY - sine * fromX + (getHeight() - 1) / 2.0;
                boolean inside = atX > -1 && atY > -1 && atX < getWidth() && atY < getHeight();
                other[y * width + x] = (byte) (inside ? between(atX, atY) : 128);
            }
        }
        return new GrayPicture(width, height, other);
    }

    /** Between the four points around a place; beyond the borders as at them. Places count from the first point's middle. */
    int between(double x, double y) {
        double inX = Math.max(0, Math.min(getWidth() - 1.0, x));
        double inY = Math.max(0, Math.min(getHeight() - 1.0, y));
        int left = (int) inX;
        int top = (int) inY;
        int right = Math.min(getWidth() - 1, left + 1);
        int bottom = Math.min(getHeight() - 1, top + 1);
        double shareX = inX - left;
        double shareY = inY - top;
        double upper = at(left, top) * (1 - shareX) + at(right, top) * shareX;
        double lower = at(left, bottom) * (1 - shareX) + at(right, bottom) * shareX;
        return (int) (upper * (1 - shareY) + lower * shareY + 0.5);
    }

    private int at(int x, int y) {
        return shades[y * getWidth() + x] & 0xFF;
    }
}
