package org.yici.bench.printer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures of one side of paper, as they lie in the tray. */
final class Paper {
    /** Fine enough for text recognition; an A4 page is 1240 by 1754 pixels. */
    static final int DOTS_PER_INCH = 150;

    static final double MILLIMETRES_PER_INCH = 25.4;

    private Paper() {}

    /** Draws on blank paper; the pen's unit is a pixel and its origin the page's corner. */
    interface Drawing {
        void draw(Graphics2D pen) throws IOException;
    }

    static BufferedImage draw(Placement placement, Drawing drawing) throws IOException {
        BufferedImage paper =
                new BufferedImage(pixels(placement.width()), pixels(placement.height()), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        try {
            // PDFBox clears a page to the background before it draws.
            pen.setBackground(Color.WHITE);
            pen.clearRect(0, 0, paper.getWidth(), paper.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.translate(pixels(placement.left()), pixels(placement.top()));
            drawing.draw(pen);
        } finally {
            pen.dispose();
        }
        return paper;
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static int pixels(double millimetres) {
        return (int) Math.round(millimetres / MILLIMETRES_PER_INCH * DOTS_PER_INCH);
    }
}
