package org.yici.view.kit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LayoutManager;

/** A quiet area that holds what belongs together: white with a shadow that is barely there, or tinted without. */
public final class SurfacePanel extends ShadowPanel {
    private final Color fill;

    private SurfacePanel(LayoutManager layout, Color fill, int corner, int shadow) {
        super(corner, shadow);
        this.fill = fill;
        setLayout(layout);
    }

    public static SurfacePanel white(Theme theme, LayoutManager layout) {
        return new SurfacePanel(layout, Palette.SURFACE, theme.measure().corner(), theme.mm(3));
    }

    public static SurfacePanel tinted(Theme theme, LayoutManager layout, Color tint) {
        return new SurfacePanel(layout, tint, theme.measure().corner(), 0);
    }

    @Override
    void draw(Graphics2D g) {
        g.setColor(fill);
        g.fill(Shapes.rounded(0, 0, getWidth(), getHeight(), corner()));
    }
}
