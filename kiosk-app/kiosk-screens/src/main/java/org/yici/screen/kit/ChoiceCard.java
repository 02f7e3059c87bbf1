package org.yici.screen.kit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LayoutManager;

/** A whole card to touch; its caller lays words and pictures on it. */
public final class ChoiceCard extends Pressable {
    private final Color fill;
    private final Color pressed;
    private final int line;

    private ChoiceCard(Look look, String name, Color fill, Color pressed, LayoutManager layout, Runnable act) {
        super(look.measure().corner(), look.mm(3), name, act);
        this.fill = fill;
        this.pressed = pressed;
        this.line = Math.max(2, look.mm(0.6));
        lay(layout);
    }

    /** The one great choice. */
    public static ChoiceCard great(Look look, String name, LayoutManager layout, Runnable act) {
        return new ChoiceCard(look, name, Palette.PRIMARY, Palette.PRIMARY_DEEP, layout, act);
    }

    /** One of several. */
    public static ChoiceCard white(Look look, String name, LayoutManager layout, Runnable act) {
        return new ChoiceCard(look, name, Palette.SURFACE, Palette.PRIMARY_TINT, layout, act);
    }

    @Override
    void draw(Graphics2D g) {
        g.setColor(pressed() ? pressed : fill);
        g.fill(Brush.rounded(0, 0, getWidth(), getHeight(), corner()));
        KioskButton.FocusRing.paint(g, this, line);
    }
}
