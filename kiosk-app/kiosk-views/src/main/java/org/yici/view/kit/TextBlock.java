package org.yici.view.kit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import javax.accessibility.AccessibleRole;
import javax.swing.SwingConstants;

/**
 * A piece of text, wrapped at a width that is known beforehand. Never interprets what it shows (no HTML) and never cuts it: its
 * preferred size is its least size.
 */
public final class TextBlock extends AccessibleComponent {
    private final TextSize size;
    private final int wrapPx;
    private final transient Font face;
    private transient List<TextLayout> lines = List.of();
    private String text = "";
    private int leastLines;
    private int alignment = SwingConstants.LEADING;

    TextBlock(String text, TextSize size, Font face, Color color, int wrapPx) {
        this.size = size;
        this.face = face;
        this.wrapPx = wrapPx;
        setForeground(color);
        setOpaque(false);
        say(text);
    }

    /** Shows {@code text} instead. */
    public void say(String shown) {
        String plain = PlainText.of(shown, face);
        if (plain.equals(text) && !lines.isEmpty()) {
            return;
        }
        text = plain;
        lines = laidOut();
        name(plain);
        revalidate();
        repaint();
    }

    /** Sets lines in the middle instead of at the left. */
    public TextBlock centred() {
        alignment = SwingConstants.CENTER;
        lines = laidOut();
        return this;
    }

    private List<TextLayout> laidOut() {
        boolean even = alignment == SwingConstants.CENTER || size.inkMm >= TextSize.TITLE.inkMm;
        return LineBreaks.of(text, face, wrapPx, even);
    }

    /** Keeps room for at least {@code count} lines, so that nothing jumps when the words come later. */
    public TextBlock roomFor(int count) {
        leastLines = count;
        return this;
    }

    public String text() {
        return text;
    }

    /** The text line by line, as it is shown. */
    public List<String> lines() {
        List<String> cut = new ArrayList<>();
        int from = 0;
        for (TextLayout line : lines) {
            cut.add(text.substring(from, from + line.getCharacterCount()));
            from += line.getCharacterCount();
        }
        return cut;
    }

    @Override
    public Dimension getPreferredSize() {
        double width = lines.stream().mapToDouble(this::width).max().orElse(0);
        return new Dimension(
                (int) Math.ceil(width) + 2, (int) Math.ceil(Math.max(leastLines, lines.size()) * lineHeight()));
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    private double width(TextLayout line) {
        return line.getVisibleAdvance() + face.getSize2D() * size.weight;
    }

    private double lineHeight() {
        return face.getSize2D() * size.lineSpacing;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Shapes.of(graphics);
        g.setColor(getForeground());
        double y = (getHeight() - lines.size() * lineHeight()) / 2;
        for (TextLayout line : lines) {
            double baseline = y + lineHeight() / 2 + face.getSize2D() * 0.38;
            double x = 1 + (alignment == SwingConstants.CENTER ? (getWidth() - width(line)) / 2 : 0);
            draw(g, line, (float) x, (float) baseline);
            y += lineHeight();
        }
        g.dispose();
    }

    private void draw(Graphics2D g, TextLayout line, float x, float baseline) {
        if (size.weight == 0) {
            line.draw(g, x, baseline);
            return;
        }
        Shape outline = line.getOutline(AffineTransform.getTranslateInstance(x, baseline));
        g.fill(outline);
        // One or two pixels thick: round joins would cost a third of the time and not be seen.
        g.setStroke(new BasicStroke(
                (float) (face.getSize2D() * size.weight), BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        g.draw(outline);
    }

    @Override
    protected AccessibleRole role() {
        return AccessibleRole.LABEL;
    }
}
