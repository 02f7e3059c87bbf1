package org.yici.view.printing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.yici.view.kit.Drawing;
import org.yici.view.kit.Illustrations;
import org.yici.view.kit.Palette;
import org.yici.view.kit.Shapes;
import org.yici.view.kit.Sprite;
import org.yici.view.kit.Theme;

/** A sheet comes out of a slot, rests, and fades; while the printer waits the slot is empty and nothing moves. */
final class PaperOutAnimation extends Drawing {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 680;
    private static final long ROUND_MS = 4600;
    private static final double SLOT_Y = 190;
    private static final double SHEET_WIDTH = 330;
    private static final double SHEET_HEIGHT = 440;
    private static final Color SLOT = new Color(0x1D3147);

    private static final double SHEET_X = (WIDTH - SHEET_WIDTH) / 2;

    private final boolean waits;
    private final transient Sprite printer = new Sprite(new Rectangle2D.Double(0, 0, WIDTH, 360), this::printer);
    private final transient Sprite sheet = new Sprite(
            new Rectangle2D.Double(SHEET_X - 40, SLOT_Y - 40, SHEET_WIDTH + 80, SHEET_HEIGHT + 80),
            PaperOutAnimation::sheet);

    PaperOutAnimation(Theme theme, boolean waits) {
        super(WIDTH, HEIGHT, Math.min(theme.measure().sideColumn(), theme.mm(220)));
        this.waits = waits;
    }

    @Override
    protected boolean moves(long from, long to) {
        return !waits && from != to;
    }

    @Override
    protected void draw(Graphics2D g, long millis) {
        long t = millis % ROUND_MS;
        printer.draw(g, 0, 0, 1);
        if (waits) {
            missing(g);
        } else {
            Graphics2D below = (Graphics2D) g.create();
            below.clip(new Rectangle2D.Double(0, SLOT_Y, WIDTH, HEIGHT - SLOT_Y));
            sheet.draw(below, 0, -SHEET_HEIGHT * (1 - ease(t, 200, 3000)), 1 - ease(t, 4000, 4500));
            below.dispose();
        }
    }

    private void printer(Graphics2D g) {
        Shapes.shadow(g, 70, 20, WIDTH - 140, 250, 30, 28);
        Shapes.box(g, 70, 20, WIDTH - 140, 250, 30, Palette.SURFACE, Palette.LINE, 3);
        g.setColor(waits ? Palette.WARNING : Palette.GOOD);
        g.fill(Shapes.rounded(WIDTH - 170, 66, 52, 16, 8));
        g.setColor(Palette.LINE);
        g.fill(Shapes.rounded(118, 66, 180, 16, 8));
        g.setColor(SLOT);
        g.fill(Shapes.rounded(150, SLOT_Y - 16, WIDTH - 300, 32, 16));
    }

    /** Where the sheet would be. */
    private static void missing(Graphics2D g) {
        g.setColor(Palette.EDGE);
        g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {14, 14}, 0));
        double x = SHEET_X;
        g.draw(new Line2D.Double(x, SLOT_Y + 20, x, SLOT_Y + SHEET_HEIGHT));
        g.draw(new Line2D.Double(x + SHEET_WIDTH, SLOT_Y + 20, x + SHEET_WIDTH, SLOT_Y + SHEET_HEIGHT));
        g.draw(new Line2D.Double(x, SLOT_Y + SHEET_HEIGHT, x + SHEET_WIDTH, SLOT_Y + SHEET_HEIGHT));
    }

    private static void sheet(Graphics2D g) {
        g.translate(SHEET_X, SLOT_Y);
        Shapes.shadow(g, 0, 0, SHEET_WIDTH, SHEET_HEIGHT, 6, 18);
        Illustrations.sheet(g, SHEET_WIDTH, SHEET_HEIGHT);
    }
}
