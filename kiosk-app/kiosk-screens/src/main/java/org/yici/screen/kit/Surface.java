package org.yici.screen.kit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LayoutManager;

/** A quiet area that holds what belongs together: white with a shadow that is barely there, or tinted without. */
public final class Surface extends Raised {
    private final Color fill;

    private Surface(LayoutManager layout, Color fill, int corner, int shadow) {
        super(corner, shadow);
        this.fill = fill;
        setLayout(layout);
    }

    public static Surface white(Look look, LayoutManager layout) {
        return new Surface(layout, Palette.SURFACE, look.measure().corner(), look.mm(3));
    }

    public static Surface tinted(Look look, LayoutManager layout, Color tint) {
        return new Surface(layout, tint, look.measure().corner(), 0);
    }

    @Override
    void draw(Graphics2D g) {
        g.setColor(fill);
        g.fill(Brush.rounded(0, 0, getWidth(), getHeight(), corner()));
    }
}
