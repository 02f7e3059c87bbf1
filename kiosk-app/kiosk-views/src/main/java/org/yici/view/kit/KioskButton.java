package org.yici.view.kit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** A button with a word and, before it, perhaps an icon. */
public final class KioskButton extends Touchable {
    /** What a button looks like by its weight on the screen. */
    public enum Rank {
        /** The one thing to do here. */
        MAIN(Palette.PRIMARY, Palette.PRIMARY_DEEP, Palette.SURFACE, Palette.PRIMARY, TextSize.HEADING, 30),
        /** Another way. */
        OTHER(Palette.SURFACE, Palette.PRIMARY_TINT, Palette.PRIMARY, Palette.PRIMARY, TextSize.KEY, 24),
        /** A key of the bottom band. */
        BAND(Palette.SURFACE, Palette.PRIMARY_TINT, Palette.TEXT, Palette.EDGE, TextSize.BODY_STRONG, 24);

        final Color fill;
        final Color pressed;
        final Color text;
        final Color edge;
        final TextSize size;
        final double heightMm;

        Rank(Color fill, Color pressed, Color text, Color edge, TextSize size, double heightMm) {
            this.fill = fill;
            this.pressed = pressed;
            this.text = text;
            this.edge = edge;
            this.size = size;
            this.heightMm = heightMm;
        }
    }

    private final Rank rank;
    private final int height;
    private final int line;

    public KioskButton(Theme theme, Rank rank, String word, Runnable act) {
        this(theme, rank, word, List.of(), act);
    }

    public KioskButton(Theme theme, Rank rank, String word, LineIcon icon, Runnable act) {
        this(theme, rank, word, List.of(icon), act);
    }

    private KioskButton(Theme theme, Rank rank, String word, List<LineIcon> icons, Runnable act) {
        super(theme.measure().corner(), rank == Rank.MAIN ? theme.mm(1.5) : 0, word, act);
        this.rank = rank;
        int wanted = theme.measure().atLeastMm(rank.heightMm, Measure.TARGET_MM);
        int band = theme.measure().bottomBand() - 2 * theme.measure().atLeastMm(0, Measure.TARGET_GAP_MM);
        this.height = rank == Rank.BAND ? Math.min(wanted, band) : wanted;
        this.line = Math.max(2, theme.mm(0.6));
        int side = theme.mm(rank == Rank.BAND ? 7 : 10);
        lay(new MigLayout("insets 0 " + side + " 0 " + side + ", gap " + theme.mm(3.5) + ", al center center"));
        for (LineIcon icon : icons) {
            add(theme.picture(icon, rank == Rank.MAIN ? 14 : 10.5, rank.text));
        }
        TextSize size = rank.size;
        TextBlock words = theme.words(word, size, rank.text, theme.measure().fullWidth());
        words.setAlignmentX(SwingConstants.CENTER);
        add(words);
    }

    /** Says {@code name} instead of the word on it to who cannot see it. */
    public KioskButton named(String name) {
        name(name);
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(super.getPreferredSize().width, height);
    }

    @Override
    void draw(Graphics2D g) {
        Color fill = pressed() ? rank.pressed : rank.fill;
        Shapes.box(g, 0, 0, getWidth(), getHeight(), corner(), fill, rank.edge, rank == Rank.MAIN ? 0 : line);
        FocusRing.paint(g, this, line);
    }

    /** A ring inside the edge for who uses keys; a finger never sets it. */
    static final class FocusRing {
        private FocusRing() {}

        static void paint(Graphics2D g, Touchable on, int line) {
            if (!on.isFocusOwner()) {
                return;
            }
            double gap = line * 2.0;
            g.setColor(Palette.WARNING);
            g.setStroke(new BasicStroke(line * 1.5f));
            g.draw(Shapes.rounded(gap, gap, on.getWidth() - 2 * gap, on.getHeight() - 2 * gap, on.corner() - gap / 2));
        }
    }
}
