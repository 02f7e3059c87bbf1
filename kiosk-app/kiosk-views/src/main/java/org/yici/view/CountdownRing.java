package org.yici.view;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import javax.accessibility.AccessibleRole;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.ui.Countdown;
import org.yici.view.kit.AccessibleComponent;
import org.yici.view.kit.Palette;
import org.yici.view.kit.Shapes;
import org.yici.view.kit.TextBlock;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** The remaining time as a calm ring with the seconds in it. */
final class CountdownRing extends AccessibleComponent {
    private final Theme theme;
    private final int side;
    private final int line;
    private final TextBlock seconds;
    private Countdown remaining = Countdown.NONE;

    CountdownRing(Theme theme) {
        this(theme, 20, TextSize.CAPTION);
    }

    CountdownRing(Theme theme, double sideMm, TextSize size) {
        this.theme = theme;
        this.side = theme.mm(sideMm);
        this.line = theme.mm(Math.max(1.4, sideMm / 14));
        this.seconds = theme.words("", size, Palette.QUIET, side).centred();
        setLayout(new MigLayout("insets 0, fill", "[center]", "[center]"));
        add(seconds);
    }

    void show(Countdown shown) {
        remaining = shown;
        setVisible(shown.of() > 0);
        seconds.say(Integer.toString(shown.seconds()));
        name(theme.text("countdown", shown.seconds()));
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
        Graphics2D g = Shapes.of(graphics);
        double share = Math.min(1.0, (double) remaining.seconds() / remaining.of());
        double inset = line / 2.0 + 1;
        g.setStroke(Shapes.round(line));
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
