package org.yici.view.kit;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;

/** A picture drawn on a sheet of fixed size that is fitted into whatever room there is, at most as large as {@code widthMm}. */
public abstract class Drawing extends AccessibleComponent implements Animated {
    private final int sheetWidth;
    private final int sheetHeight;
    private final int widthPx;
    private long millis;

    protected Drawing(int sheetWidth, int sheetHeight, int widthPx) {
        this.sheetWidth = sheetWidth;
        this.sheetHeight = sheetHeight;
        this.widthPx = widthPx;
    }

    /** Draws the moment {@code millis} after the screen appeared on a sheet of the size given. */
    protected abstract void draw(Graphics2D g, long millis);

    /** Draws again at once or not; for pictures that rest in between. */
    protected boolean moves(long from, long to) {
        return from != to;
    }

    @Override
    public boolean at(long now) {
        boolean changed = moves(millis, now);
        millis = now;
        return changed;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(widthPx, widthPx * sheetHeight / sheetWidth);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(widthPx / 3, widthPx * sheetHeight / sheetWidth / 3);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Shapes.of(graphics);
        double scale = Math.min(
                (double) Math.min(widthPx, getWidth()) / sheetWidth,
                Math.min(1.3 * widthPx / sheetWidth, (double) getHeight() / sheetHeight));
        g.translate((getWidth() - sheetWidth * scale) / 2, (getHeight() - sheetHeight * scale) / 2);
        g.scale(scale, scale);
        draw(g, millis);
        g.dispose();
    }

    /** 0 before {@code from}, 1 after {@code to}, softly rising in between. */
    protected static double ease(long millis, long from, long to) {
        double share = Math.max(0, Math.min(1, (double) (millis - from) / (to - from)));
        return share * share * (3 - 2 * share);
    }
}
