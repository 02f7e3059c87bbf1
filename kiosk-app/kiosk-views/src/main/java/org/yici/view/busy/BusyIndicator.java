package org.yici.view.busy;

import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import javax.swing.Icon;
import org.yici.view.kit.Drawing;
import org.yici.view.kit.Palette;
import org.yici.view.kit.Shapes;
import org.yici.view.kit.Theme;

/** What is being worked at, with an arc going round it, once in three seconds. Its picture says it at once, and so does its name. */
final class BusyIndicator extends Drawing {
    private static final int SIDE = 360;
    private static final double ROUND_MS = 3000;

    private final transient Icon icon;

    BusyIndicator(Theme theme, Icon icon, String name) {
        super(SIDE, SIDE, theme.mm(112));
        this.icon = icon;
        name(name);
    }

    @Override
    protected void draw(Graphics2D g, long millis) {
        g.setColor(Palette.SURFACE);
        g.fill(new Ellipse2D.Double(14, 14, SIDE - 28, SIDE - 28));
        g.setStroke(Shapes.round(12));
        g.setColor(Palette.LINE);
        g.draw(new Ellipse2D.Double(14, 14, SIDE - 28, SIDE - 28));
        g.setColor(Palette.PRIMARY);
        double turn = millis / ROUND_MS * 360;
        g.draw(new Arc2D.Double(14, 14, SIDE - 28, SIDE - 28, 90 - turn, -100, Arc2D.OPEN));
        double scale = 140.0 / icon.getIconWidth();
        g.translate(SIDE / 2.0, SIDE / 2.0);
        g.scale(scale, scale);
        icon.paintIcon(this, g, -icon.getIconWidth() / 2, -icon.getIconHeight() / 2);
    }
}
