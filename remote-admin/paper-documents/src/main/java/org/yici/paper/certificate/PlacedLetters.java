package org.yici.paper.certificate;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The upright letters of one page in the order in which they were set, each with its place; blanks and the watermark are left out. */
final class PlacedLetters {
    private final StringBuilder text = new StringBuilder();
    /** One for each char of {@link #text}. */
    private final List<Rectangle2D> boxes = new ArrayList<>();

    private PlacedLetters() {}

    static List<PlacedLetters> of(PDDocument document) throws IOException {
        List<PlacedLetters> pages = new ArrayList<>();
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            PlacedLetters letters = new PlacedLetters();
            Collector collector = letters.new Collector();
            collector.setStartPage(number);
            collector.setEndPage(number);
            collector.writeText(document, Writer.nullWriter());
            pages.add(letters);
        }
        return pages;
    }

    boolean hold(String value) {
        return text.indexOf(withoutBlanks(value)) >= 0;
    }

    /** Where the letters of {@code value} stand, each time that they do, in points from the upper left corner. */
    List<Rectangle2D> boxesOf(String value) {
        String letters = withoutBlanks(value);
        List<Rectangle2D> found = new ArrayList<>();
        for (int at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
            found.addAll(boxes.subList(at, at + letters.length()));
        }
        return found;
    }

    private static String withoutBlanks(String value) {
        return value.codePoints()
                .filter(letter -> !isBlank(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isBlank(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private final class Collector extends PDFTextStripper {
        @Override
        protected void processTextPosition(TextPosition letter) {
            String unicode = letter.getUnicode();
            boolean upright = letter.getTextMatrix().getShearX() == 0
                    && letter.getTextMatrix().getShearY() == 0;
            if (!upright || unicode == null || unicode.codePoints().allMatch(PlacedLetters::isBlank)) {
                return;
            }
            double height = letter.getHeightDir();
            Rectangle2D box = new Rectangle2D.Double(
                    letter.getXDirAdj(), letter.getYDirAdj() - height, letter.getWidthDirAdj(), height);
            for (int i = 0; i < unicode.length(); i++) {
                boxes.add(box);
            }
            text.append(unicode);
        }
    }
}
