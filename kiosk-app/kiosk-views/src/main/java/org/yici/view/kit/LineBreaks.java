package org.yici.view.kit;

import java.awt.Font;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text cut into lines by the rules of Chinese typesetting; no few characters are left alone on the last line. */
final class LineBreaks {
    private final AttributedString text;
    private final String plain;
    private final int length;

    private LineBreaks(String text, Font font) {
        this.text = new AttributedString(text);
        this.text.addAttribute(TextAttribute.FONT, font);
        this.plain = text;
        this.length = text.length();
    }

    /**
     * The lines of {@code text} no wider than {@code width} pixels; none for an empty text.
     *
     * @param even makes all lines about equally long, as titles want it
     */
    static List<TextLayout> of(String text, Font font, float width, boolean even) {
        if (text.isEmpty()) {
            return List.of();
        }
        LineBreaks breaks = new LineBreaks(text, font);
        List<TextLayout> lines = breaks.within(width);
        return lines.size() == 1 || !(even || endsAlone(lines, font)) ? lines : breaks.even(lines, width);
    }

    private static boolean endsAlone(List<TextLayout> lines, Font font) {
        return lines.get(lines.size() - 1).getVisibleAdvance() < 3.5 * font.getSize2D();
    }

    private List<TextLayout> even(List<TextLayout> widest, float width) {
        List<TextLayout> best = widest;
        float low = 0;
        float high = width;
        for (int round = 0; round < 8; round++) {
            float middle = (low + high) / 2;
            List<TextLayout> lines = within(middle);
            if (lines.size() == widest.size()) {
                best = lines;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    private List<TextLayout> within(float width) {
        LineBreakMeasurer measurer = new LineBreakMeasurer(
                text.getIterator(), BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE), Typeface.CONTEXT);
        List<TextLayout> lines = new ArrayList<>();
        while (measurer.getPosition() < length) {
            int next = measurer.nextOffset(Math.max(1, width));
            int cut = NoBreakWords.cut(plain, measurer.getPosition(), next);
            lines.add(measurer.nextLayout(Math.max(1, width), cut, false));
        }
        return lines;
    }
}
