package org.yici.view.kit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LayoutManager;

/** A whole card to touch; its caller lays words and pictures on it. */
public final class ChoiceCard extends Touchable {
    private final Color fill;
    private final Color pressed;
    private final int line;

    private ChoiceCard(Theme theme, String name, Color fill, Color pressed, LayoutManager layout, Runnable act) {
        super(theme.measure().corner(), theme.mm(3), name, act);
        this.fill = fill;
        this.pressed = pressed;
        this.line = Math.max(2, theme.mm(0.6));
        lay(layout);
    }

    /** The one great choice. */
    public static ChoiceCard great(Theme theme, String name, LayoutManager layout, Runnable act) {
        return new ChoiceCard(theme, name, Palette.PRIMARY, Palette.PRIMARY_DEEP, layout, act);
    }

    /** One of several. */
    public static ChoiceCard white(Theme theme, String name, LayoutManager layout, Runnable act) {
        return new ChoiceCard(theme, name, Palette.SURFACE, Palette.PRIMARY_TINT, layout, act);
    }

    @Override
    void draw(Graphics2D g) {
        g.setColor(pressed() ? pressed : fill);
        g.fill(Shapes.rounded(0, 0, getWidth(), getHeight(), corner()));
        KioskButton.FocusRing.paint(g, this, line);
    }
}
