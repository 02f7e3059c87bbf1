package org.yici.bench.printer;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A PDF document, counted and drawn by PDFBox. */
final class PdfPages implements Pages {
    private static final double POINTS_PER_INCH = 72;

    private final PDDocument document;
    private final PDFRenderer renderer;

    /** Fails with an IOException when the bytes are not a PDF document. */
    PdfPages(byte[] pdf) throws IOException {
        document = Loader.loadPDF(pdf);
        renderer = new PDFRenderer(document);
    }

    @Override
    public int count() {
        return document.getNumberOfPages();
    }

    @Override
    public byte[] png(int page, Medium medium) throws IOException {
        Placement placement = placement(document.getPage(page), medium);
        if (placement.isExact()) {
            return Paper.png(renderer.renderImageWithDPI(page, Paper.DOTS_PER_INCH, ImageType.RGB));
        }
        float scale = (float) (placement.scale() * Paper.DOTS_PER_INCH / POINTS_PER_INCH);
        return Paper.png(Paper.draw(placement, pen -> renderer.renderPageToGraphics(page, pen, scale)));
    }

    private static Placement placement(PDPage page, Medium medium) {
        double width = millimetres(page.getCropBox().getWidth());
        double height = millimetres(page.getCropBox().getHeight());
        boolean turned = page.getRotation() % 180 != 0;
        return Placement.of(turned ? height : width, turned ? width : height, medium);
    }

    private static double millimetres(double points) {
        return points / POINTS_PER_INCH * Paper.MILLIMETRES_PER_INCH;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
