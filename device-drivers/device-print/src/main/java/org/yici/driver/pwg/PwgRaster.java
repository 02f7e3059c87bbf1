package org.yici.driver.pwg;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A PDF drawn as PWG raster. Everything stays in memory, one page at a time as a picture. */
public final class PwgRaster {
    /** IPP's name of the format. */
    public static final String TYPE = "image/pwg-raster";

    /** More than two hundred pages of print and a good many photographs. */
    private static final int MOST = 96 << 20;

    private static final byte[] SYNC = "RaS2".getBytes(StandardCharsets.US_ASCII);

    /** Of a page as it is seen, in points. */
    private record Size(double width, double height) {}

    private PwgRaster() {}

    /**
     * Draws all pages of {@code pdf}, each as large as fits the paper and in its middle; one that is wider than high is turned.
     *
     * @throws IOException if it is no PDF, has no page, or its raster would be larger than 96 MiB; the message may quote the document
     */
    public static byte[] of(byte[] pdf, RasterFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SYNC);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new IOException("no pages");
            }
            PDFRenderer renderer = new PDFRenderer(document);
            BufferedImage picture = new BufferedImage(
                    format.width(),
                    format.height(),
                    format.colours() == RasterFormat.Colours.SGRAY_8
                            ? BufferedImage.TYPE_BYTE_GRAY
                            : BufferedImage.TYPE_3BYTE_BGR);
            for (int page = 1; page <= pages; page++) {
                draw(renderer, page, size(document.getPage(page - 1)), picture, format);
                out.writeBytes(PageHeader.of(format, page, pages));
                pack(picture, out);
                if (out.size() > MOST) {
                    throw new IOException("more than " + MOST + " bytes");
                }
            }
        } catch (RuntimeException e) {
            // Damaged documents break the library in many ways.
            throw new IOException(e.getClass().getSimpleName(), e);
        }
        return out.toByteArray();
    }

    private static Size size(PDPage page) {
        PDRectangle box = page.getCropBox();
        boolean lies = page.getRotation() % 180 != 0;
        return lies ? new Size(box.getHeight(), box.getWidth()) : new Size(box.getWidth(), box.getHeight());
    }

    private static void draw(PDFRenderer renderer, int number, Size size, BufferedImage picture, RasterFormat format)
            throws IOException {
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setBackground(Color.WHITE);
            graphics.clearRect(0, 0, picture.getWidth(), picture.getHeight());
            graphics.transform(mirrored(number, format));
            graphics.transform(fitted(size.width(), size.height(), format));
            renderer.renderPageToGraphics(number - 1, graphics, 1);
        } finally {
            graphics.dispose();
        }
    }

    private static AffineTransform mirrored(int number, RasterFormat format) {
        AffineTransform mirror = new AffineTransform();
        if (format.isMirroredAcross(number)) {
            mirror.translate(format.width(), 0);
            mirror.scale(-1, 1);
        }
        if (format.isMirroredAlong(number)) {
            mirror.translate(0, format.height());
            mirror.scale(1, -1);
        }
        return mirror;
    }

    private static AffineTransform fitted(double width, double height, RasterFormat format) {
        AffineTransform fit = new AffineTransform();
        boolean wide = width > height;
        double across = wide ? height : width;
        double along = wide ? width : height;
        double scale = Math.min(format.width() / across, format.height() / along);
        fit.translate((format.width() - across * scale) / 2, (format.height() - along * scale) / 2);
        fit.scale(scale, scale);
        if (wide) {
            fit.translate(across, 0);
            fit.quadrantRotate(1);
        }
        return fit;
    }

    private static void pack(BufferedImage picture, ByteArrayOutputStream out) {
        int dot = picture.getRaster().getNumBands();
        LinePacker packer = new LinePacker(out, dot);
        byte[] line = new byte[picture.getWidth() * dot];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRaster().getDataElements(0, y, picture.getWidth(), 1, line);
            packer.add(line);
        }
        packer.flush();
    }
}
