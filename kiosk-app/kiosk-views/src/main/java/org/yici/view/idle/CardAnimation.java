package org.yici.view.idle;

import java.awt.Color;
import java.awt.Graphics2D;
import org.yici.view.kit.Drawing;
import org.yici.view.kit.Theme;

/** A card comes to a reader, rests while the reader answers, and fades; again and again, without haste. */
abstract class CardAnimation extends Drawing {
    static final int WIDTH = 720;
    static final int HEIGHT = 650;
    static final Color BODY = new Color(0x1D3147);
    static final Color BODY_EDGE = new Color(0x2C4765);
    static final Color LIGHT = new Color(0x7FB4E8);

    private static final long ROUND_MS = 6400;

    CardAnimation(Theme theme) {
        super(WIDTH, HEIGHT, Math.min(theme.measure().sideColumn(), theme.mm(290)));
    }

    /** Between coming and going all rests, and nothing needs to be painted. */
    @Override
    protected final boolean moves(long from, long to) {
        return !(rests(from % ROUND_MS) && rests(to % ROUND_MS) && to - from < 100);
    }

    private static boolean rests(long t) {
        return t < 150 || (t > 1900 && t < 4300) || t > 5000;
    }

    @Override
    protected final void draw(Graphics2D g, long millis) {
        long t = millis % ROUND_MS;
        double stays = 1 - ease(t, 4300, 5000);
        draw(g, ease(t, 300, 1500), ease(t, 150, 700) * stays, ease(t, 1500, 1900) * stays);
    }

    /**
     * All from 0 to 1.
     *
     * @param arrived how far the card has come
     * @param visible how much it can be seen
     * @param lit how bright the reader answers
     */
    abstract void draw(Graphics2D g, double arrived, double visible, double lit);
}
