package org.yici.code.degraded;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** What a sensor gets, 0 black to 1 white, and what spoils it. */
final class Light {
    final int width;
    final int height;
    private float[] values;

    Light(int width, int height) {
        this.width = width;
        this.height = height;
        values = new float[width * height];
    }

    float get(int x, int y) {
        return values[y * width + x];
    }

    void set(int x, int y, double value) {
        values[y * width + x] = (float) value;
    }

    /** A value for each point, from its place and its former value. */
    interface Change {
        double at(int x, int y, double value);
    }

    void change(Change change) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                set(x, y, change.at(x, y, get(x, y)));
            }
        }
    }

    void defocus(double sigma) {
        int reach = (int) Math.ceil(sigma * 3);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        blur(weights, 1, 0);
        blur(weights, 0, 1);
    }

    void move(double length, double radians) {
        int steps = Math.max(2, (int) Math.ceil(length * 2));
        double[] weights = new double[steps];
        Arrays.fill(weights, 1.0 / steps);
        blur(weights, Math.cos(radians) * length / steps, Math.sin(radians) * length / steps);
    }

    private void blur(double[] weights, double stepX, double stepY) {
        float[] blurred = new float[values.length];
        double middle = (weights.length - 1) / 2.0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    long atX = Math.round(x + (i - middle) * stepX);
                    long atY = Math.round(y + (i - middle) * stepY);
                    sum += weights[i]
                            * get((int) Math.max(0, Math.min(width - 1, atX)), (int)
                                    Math.max(0, Math.min(height - 1, atY)));
                }
                blurred[y * width + x] = (float) sum;
            }
        }
        values = blurred;
    }

    void noise(double sigma, double dead, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (random.nextGaussian() * sigma);
            if (random.nextDouble() < dead) {
                values[i] = random.nextInt(2);
            }
        }
    }

    BufferedImage picture(int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        boolean gray = type == BufferedImage.TYPE_BYTE_GRAY;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int level = (int) Math.max(0, Math.min(255, Math.round(get(x, y) * 255)));
                if (gray) {
                    picture.getRaster().setSample(x, y, 0, level);
                } else {
                    picture.setRGB(x, y, 0xFF000000 | level << 16 | level << 8 | level);
                }
            }
        }
        return picture;
    }

    static BufferedImage jpeg(BufferedImage picture, double quality) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpegFile(picture, quality)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpegFile(BufferedImage picture, double quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality((float) quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
