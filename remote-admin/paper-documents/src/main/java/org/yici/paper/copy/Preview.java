package org.yici.paper.copy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.yici.paper.font.PaperFonts;

/** Shows a PDF on a screen. Give it checked documents only. Safe for many threads, never for the event dispatch thread; memory only. */
public final class Preview {
    private static final int MOST_PAGES = 20;

    /** @param fonts loaded before the first page is drawn, so that PDFBox looks for no other fonts */
    @SuppressWarnings("unused")
    public Preview(PaperFonts fonts) {}

    /** All pages, at most 20, each {@code widthPx} wide, opaque white behind. A page of 1080 pixels takes 7 MB. */
    public List<BufferedImage> pages(byte[] pdf, int widthPx) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST_PAGES, document.getNumberOfPages()); i++) {
                float scale = widthPx / document.getPage(i).getCropBox().getWidth();
                pages.add(renderer.renderImage(i, scale, ImageType.RGB));
            }
            return List.copyOf(pages);
        }
    }
}
