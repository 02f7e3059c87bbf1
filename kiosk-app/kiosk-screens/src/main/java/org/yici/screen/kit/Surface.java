package org.yici.screen.kit;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;

/** A quiet area that holds what belongs together: white with a shadow that is barely there, or tinted without. */
public final class Surface extends Part implements Raised {
    private final Color fill;
    private final int corner;
    private final int shadow;

    private Surface(LayoutManager layout, Color fill, int corner, int shadow) {
        this.fill = fill;
        this.corner = corner;
        this.shadow = shadow;
        setLayout(layout);
    }

    public static Surface white(Look look, LayoutManager layout) {
        return new Surface(layout, Palette.SURFACE, look.measure().corner(), look.mm(3));
    }

    public static Surface tinted(Look look, LayoutManager layout, Color tint) {
        return new Surface(layout, tint, look.measure().corner(), 0);
    }

    @Override
    public int shadow() {
        return shadow;
    }

    @Override
    public int corner() {
        return corner;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Brush.of(graphics);
        g.setColor(fill);
        g.fill(Brush.rounded(0, 0, getWidth(), getHeight(), corner));
        g.dispose();
    }
}
