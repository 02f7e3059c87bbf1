package org.yici.paper.copy;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.yici.paper.certificate.CopyStrip;
import org.yici.paper.font.PaperFonts;

/**
 * Makes the PDF for the printer: the sealed one, with number of the copy, terminal and time as one line in the {@link CopyStrip}.
 *
 * <p>The sealed bytes stay as they came: the result begins with them and only appends (an incremental update), and is no longer
 * sealed as a whole. Safe for many threads; they take turns on the fonts. Works in memory only.
 */
public final class PrintCopy {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final Color INK = new Color(0x14, 0x20, 0x2E);
    private static final float LARGEST = 9;
    private static final float MARGIN = 6;

    private final PaperFonts fonts;

    public PrintCopy(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /** The copy for the printer. Letters of the terminal's name that no face has are printed as 〓. */
    public byte[] mark(byte[] sealedPdf, CopyMark mark) throws IOException {
        synchronized (fonts) {
            try (PDDocument document = Loader.loadPDF(sealedPdf)) {
                PDPage page = document.getPage(0);
                write(document, page, fonts.sans().printable(line(mark)));
                page.getCOSObject().setNeedToBeUpdated(true);
                page.getResources().getCOSObject().setNeedToBeUpdated(true);
                ByteArrayOutputStream copy = new ByteArrayOutputStream(sealedPdf.length + 16 * 1024);
                document.saveIncremental(copy);
                return copy.toByteArray();
            }
        }
    }

    private static String line(CopyMark mark) {
        return "电子证照打印副本　第 %d 份　打印终端：%s（%s）　打印时间：%s"
                .formatted(mark.copy(), mark.terminalName(), mark.terminal(), TIME.format(mark.printed()));
    }

    private void write(PDDocument document, PDPage page, String line) throws IOException {
        CopyStrip strip = CopyStrip.A4;
        PDFont font = fonts.sans().embedIn(document, line);
        float widthPerPoint = font.getStringWidth(line) / 1000;
        float room = strip.widthPt() - 2 * MARGIN;
        // Some 4 points for the longest names: small, but on the sheet.
        float size = Math.min(LARGEST, room / widthPerPoint);
        try (var over = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            over.setNonStrokingColor(INK);
            over.beginText();
            over.setFont(font, size);
            over.newLineAtOffset(
                    strip.leftPt() + (strip.widthPt() - widthPerPoint * size) / 2,
                    strip.bottomPt() + strip.heightPt() / 2 - size * 0.35f);
            over.showText(line);
            over.endText();
        }
    }
}
