package org.yici.view.kit;

import java.awt.Font;
import org.yici.base.VisibleText;

/** Text from outside made harmless before it is laid out: nothing that cannot be seen, no endless length, no letter that is a box. */
final class PlainText {
    private static final int LONGEST = 400;
    /** GETA MARK, the printers' sign for a missing letter. */
    private static final int MISSING = '〓';

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(LONGEST + 1).forEach(c -> {
            if (c == '\n' || c == '\t' || c == '\r') {
                plain.append(' ');
            } else if (VisibleText.isVisible(c)) {
                plain.appendCodePoint(c);
            }
        });
        if (plain.codePointCount(0, plain.length()) > LONGEST) {
            plain.setLength(plain.offsetByCodePoints(0, LONGEST));
            plain.append('…');
        }
        return plain.toString().strip();
    }

    /** The same, with 〓 for each letter that {@code face} lacks: it would draw a crossed box. */
    static String of(String text, Font face) {
        return of(text).codePoints()
                .map(c -> face.canDisplay(c) ? c : MISSING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
