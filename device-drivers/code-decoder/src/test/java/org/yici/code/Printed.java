package org.yici.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Plain pictures of codes. */
final class Printed {
    private Printed() {}

    static BufferedImage paper(int width, int height) {
        BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = paper.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return paper;
    }

    /** In a square of pixels, quiet zone included. */
    static BufferedImage code(CodeFormat format, String text, int width, int height) {
        try {
            BitMatrix black = new MultiFormatWriter().encode(text, BarcodeFormat.valueOf(format.name()), width, height);
            BufferedImage picture = paper(black.getWidth(), black.getHeight());
            for (int y = 0; y < black.getHeight(); y++) {
                for (int x = 0; x < black.getWidth(); x++) {
                    picture.setRGB(x, y, black.get(x, y) ? 0 : 0xFFFFFF);
                }
            }
            return picture;
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    static BufferedImage qr(String text) {
        return code(CodeFormat.QR_CODE, text, 200, 200);
    }

    static void put(BufferedImage onto, BufferedImage code, int x, int y) {
        Graphics2D graphics = onto.createGraphics();
        graphics.drawImage(code, x, y, null);
        graphics.dispose();
    }

    /** Around its middle. */
    static BufferedImage turned(BufferedImage picture, double degrees) {
        BufferedImage turned = paper(picture.getWidth() * 2, picture.getHeight() * 2 + picture.getWidth());
        AffineTransform around =
                AffineTransform.getTranslateInstance(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        around.rotate(Math.toRadians(degrees));
        around.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        Graphics2D graphics = turned.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, around, null);
        graphics.dispose();
        return turned;
    }

    static byte[] file(BufferedImage picture, String kind) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, kind, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
