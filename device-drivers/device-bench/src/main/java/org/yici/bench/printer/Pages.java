package org.yici.bench.printer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A received document, counted and drawn by PDFBox. One thread. */
final class Pages implements AutoCloseable {
    /** Fine enough for text recognition; an A4 page is 1240 by 1754 pixels. */
    private static final float DOTS_PER_INCH = 150;

    private final PDDocument document;
    private final PDFRenderer renderer;

    /** Fails with an IOException when the bytes are not a PDF document. */
    Pages(byte[] pdf) throws IOException {
        document = Loader.loadPDF(pdf);
        renderer = new PDFRenderer(document);
    }

    int count() {
        return document.getNumberOfPages();
    }

    /** The page as a PNG file. {@code page} counts from 0. */
    byte[] png(int page) throws IOException {
        BufferedImage image = renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
