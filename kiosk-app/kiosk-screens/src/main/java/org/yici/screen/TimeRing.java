package org.yici.screen;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import javax.accessibility.AccessibleRole;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Remaining;
import org.yici.screen.kit.Brush;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Part;
import org.yici.screen.kit.TextSize;
import org.yici.screen.kit.Words;

/** The remaining time as a calm ring with the seconds in it. */
final class TimeRing extends Part {
    private final Look look;
    private final int side;
    private final int line;
    private final Words seconds;
    private Remaining remaining = Remaining.NONE;

    TimeRing(Look look) {
        this(look, 20, TextSize.CAPTION);
    }

    TimeRing(Look look, double sideMm, TextSize size) {
        this.look = look;
        this.side = look.mm(sideMm);
        this.line = look.mm(Math.max(1.4, sideMm / 14));
        this.seconds = look.words("", size, Palette.QUIET, side).centred();
        setLayout(new MigLayout("insets 0, fill", "[center]", "[center]"));
        add(seconds);
    }

    void show(Remaining shown) {
        remaining = shown;
        setVisible(shown.of() > 0);
        seconds.say(Integer.toString(shown.seconds()));
        name(look.text("remaining", shown.seconds()));
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(side, side);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (remaining.of() <= 0) {
            return;
        }
        Graphics2D g = Brush.of(graphics);
        double share = Math.min(1.0, (double) remaining.seconds() / remaining.of());
        double inset = line / 2.0 + 1;
        g.setStroke(Brush.round(line));
        arc(g, inset, 1, Palette.LINE);
        arc(g, inset, share, remaining.warning() ? Palette.WARNING : Palette.PRIMARY);
        g.dispose();
    }

    private void arc(Graphics2D g, double inset, double share, Color color) {
        g.setColor(color);
        double width = side - 2 * inset;
        double x = (getWidth() - side) / 2.0 + inset;
        double y = (getHeight() - side) / 2.0 + inset;
        g.draw(new Arc2D.Double(x, y, width, width, 90, 360 * share, Arc2D.OPEN));
    }

    @Override
    protected AccessibleRole role() {
        return AccessibleRole.PROGRESS_BAR;
    }
}
