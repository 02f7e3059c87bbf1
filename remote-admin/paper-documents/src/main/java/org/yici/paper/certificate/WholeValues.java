package org.yici.paper.certificate;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The check after layout: every value stands on the page, letter by letter, inside the sheet and across no line of a table. A template
 * that a county edited is held to it like ours.
 */
final class WholeValues {
    /** What printers leave white at the edge of a sheet, in points (5 mm). */
    private static final double EDGE = 14;

    private WholeValues() {}

    /** A value by the name under which it is refused. */
    record Value(String what, String text) {}

    /** @throws UnprintableTextException with the name of the first value that is not whole */
    static void require(PDDocument document, List<Value> values) throws IOException {
        List<PlacedLetters> pages = PlacedLetters.of(document);
        for (Value value : values) {
            if (pages.stream().noneMatch(page -> page.hold(value.text()))) {
                throw UnprintableTextException.notWhole(value.what());
            }
            for (int i = 0; i < pages.size(); i++) {
                requireWhole(document.getPage(i), pages.get(i), value);
            }
        }
    }

    private static void requireWhole(PDPage page, PlacedLetters letters, Value value) throws IOException {
        Rectangle2D sheet = new Rectangle2D.Double(
                EDGE,
                EDGE,
                page.getMediaBox().getWidth() - 2 * EDGE,
                page.getMediaBox().getHeight() - 2 * EDGE);
        List<Rectangle2D> lines = RuledLines.of(page);
        for (Rectangle2D letter : letters.boxesOf(value.text())) {
            if (!sheet.contains(letter) || lines.stream().anyMatch(letter::intersects)) {
                throw UnprintableTextException.notWhole(value.what());
            }
        }
    }
}
