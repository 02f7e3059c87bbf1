package org.yici.view.kit;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;

/** An icon, bare or on a disc. It says nothing that the words beside it do not, so it has no accessible name. */
public final class Picture extends AccessibleComponent {
    private final transient Icon icon;
    private final Color disc;
    private final int side;

    Picture(Icon icon, Color disc, int side) {
        this.icon = icon;
        this.disc = disc;
        this.side = side;
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
        Graphics2D g = Shapes.of(graphics);
        if (disc.getAlpha() > 0) {
            g.setColor(disc);
            g.fillOval((getWidth() - side) / 2, (getHeight() - side) / 2, side, side);
        }
        icon.paintIcon(this, g, (getWidth() - icon.getIconWidth()) / 2, (getHeight() - icon.getIconHeight()) / 2);
        g.dispose();
    }
}
