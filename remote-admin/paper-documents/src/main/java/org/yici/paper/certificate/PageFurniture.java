package org.yici.paper.certificate;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.yici.paper.font.PaperFace;

/** What no template decides: the watermark «样张» under the text of every page, and the frame of the {@link CopyStrip} on the first. */
final class PageFurniture {
    private static final String WATERMARK = "样张";
    private static final Color WATERMARK_COLOUR = new Color(0xEC, 0xEC, 0xEE);
    private static final float WATERMARK_SIZE = 150;
    private static final float WATERMARK_RISE = (float) Math.toRadians(40);
    private static final String CAPTION = "打印信息（由自助终端填写）";
    private static final Color GREY = new Color(0x7A, 0x84, 0x8E);
    private static final float CAPTION_SIZE = 6.5f;

    private PageFurniture() {}

    static void add(PDDocument document, PaperFace face) throws IOException {
        PDFont font = face.embedIn(document);
        for (PDPage page : document.getPages()) {
            watermark(document, page, font);
        }
        strip(document, document.getPage(0), font);
    }

    private static void watermark(PDDocument document, PDPage page, PDFont font) throws IOException {
        PDRectangle sheet = page.getMediaBox();
        try (var under = new PDPageContentStream(document, page, AppendMode.PREPEND, true, false)) {
            under.saveGraphicsState();
            under.setNonStrokingColor(WATERMARK_COLOUR);
            under.beginText();
            under.setFont(font, WATERMARK_SIZE);
            Matrix place = Matrix.getRotateInstance(WATERMARK_RISE, sheet.getWidth() / 2, sheet.getHeight() / 2);
            place.translate(-font.getStringWidth(WATERMARK) / 1000 * WATERMARK_SIZE / 2, -WATERMARK_SIZE * 0.36f);
            under.setTextMatrix(place);
            under.showText(WATERMARK);
            under.endText();
            under.restoreGraphicsState();
        }
    }

    private static void strip(PDDocument document, PDPage page, PDFont font) throws IOException {
        CopyStrip strip = CopyStrip.A4;
        try (var over = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            over.setStrokingColor(GREY);
            over.setLineWidth(0.4f);
            over.addRect(strip.leftPt(), strip.bottomPt(), strip.widthPt(), strip.heightPt());
            over.stroke();
            over.setNonStrokingColor(GREY);
            over.beginText();
            over.setFont(font, CAPTION_SIZE);
            over.newLineAtOffset(strip.leftPt(), strip.bottomPt() + strip.heightPt() + 3);
            over.showText(CAPTION);
            over.endText();
        }
    }
}
