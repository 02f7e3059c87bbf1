package org.yici.screen.ending;

import java.awt.Graphics2D;
import org.yici.screen.kit.Brush;
import org.yici.screen.kit.Drawing;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Props;

/** A card rises from the pad, and a sheet beside it if there is paper to take. */
final class TakeAlong extends Drawing {
    private static final int WIDTH = 880;
    private static final int HEIGHT = 620;
    private static final double ROUND_MS = 3600;

    private final boolean paper;

    TakeAlong(Look look, boolean paper) {
        super(WIDTH, HEIGHT, Math.min(look.measure().sideColumn(), look.mm(270)));
        this.paper = paper;
    }

    @Override
    protected void draw(Graphics2D g, long millis) {
        double rise = 14 * Math.sin(millis / ROUND_MS * 2 * Math.PI);
        double card = paper ? 400 : 480;
        double cardX = paper ? 40 : (WIDTH - card) / 2;
        place(g, cardX, 210 + rise, card, card * Props.CARD_RATIO, true);
        if (paper) {
            place(g, 520, 110 - rise, 320, 420, false);
        }
    }

    private static void place(Graphics2D g, double x, double y, double width, double height, boolean card) {
        Graphics2D c = (Graphics2D) g.create();
        c.translate(x, y);
        c.rotate(card ? -0.06 : 0.05, width / 2, height / 2);
        Brush.shadow(c, 0, 14, width, height, 18, 30);
        if (card) {
            Props.card(c, width);
        } else {
            Props.sheet(c, width, height);
        }
        c.setColor(Palette.TEXT);
        c.dispose();
    }
}
