package org.yici.view.kit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;

/** Smooth drawing, and the few shapes that all components share. */
public final class Shapes {
    private Shapes() {}

    /** A copy of {@code graphics} that draws smoothly; to be disposed of. */
    public static Graphics2D of(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return g;
    }

    public static RoundRectangle2D rounded(double x, double y, double width, double height, double corner) {
        return new RoundRectangle2D.Double(x, y, width, height, 2 * corner, 2 * corner);
    }

    public static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /**
     * A shadow that is barely there, {@code spread} pixels beyond the shape and a little lower; in few layers, for it is painted often.
     * The shape itself is not shaded: whoever casts the shadow is drawn over it.
     */
    public static void shadow(
            Graphics2D g, double x, double y, double width, double height, double corner, int spread) {
        if (turned(g)) {
            layers(g, x, y, width, height, corner, spread);
            return;
        }
        // All of the shape but its corners; what is left are four bands around it, a tenth of the pixels.
        int inset = (int) Math.ceil(corner * 0.3) + 1;
        int left = (int) Math.ceil(x) + inset;
        int top = (int) Math.ceil(y) + inset;
        int right = Math.max(left, (int) Math.floor(x + width) - inset);
        int bottom = Math.max(top, (int) Math.floor(y + height) - inset);
        int far = 2 * spread + inset + 2;
        Rectangle[] bands = {
            new Rectangle(left - far, top - far, right - left + 2 * far, far),
            new Rectangle(left - far, bottom, right - left + 2 * far, far),
            new Rectangle(left - far, top, far, bottom - top),
            new Rectangle(right, top, far, bottom - top)
        };
        for (Rectangle band : bands) {
            Graphics2D b = (Graphics2D) g.create();
            b.clipRect(band.x, band.y, band.width, band.height);
            layers(b, x, y, width, height, corner, spread);
            b.dispose();
        }
    }

    /** A clip that does not lie along the axes costs more than it saves. */
    private static boolean turned(Graphics2D g) {
        int simple = AffineTransform.TYPE_TRANSLATION | AffineTransform.TYPE_MASK_SCALE;
        return (g.getTransform().getType() & ~simple) != 0;
    }

    private static void layers(
            Graphics2D g, double x, double y, double width, double height, double corner, int spread) {
        int layers = Math.min(spread, 9);
        g.setColor(Palette.alpha(Palette.TEXT, 0.1 / layers));
        for (int layer = layers; layer > 0; layer--) {
            double i = (double) spread * layer / layers;
            g.fill(rounded(
                    x - i * 0.7, y - i * 0.4 + spread * 0.35, width + i * 1.4, height + i * 1.1, corner + i * 0.7));
        }
    }

    /** A filled shape with an edge inside it. */
    public static void box(
            Graphics2D g,
            double x,
            double y,
            double width,
            double height,
            double corner,
            Color fill,
            Color edge,
            double line) {
        g.setColor(fill);
        g.fill(rounded(x, y, width, height, corner));
        if (line > 0) {
            g.setColor(edge);
            g.setStroke(new BasicStroke((float) line));
            g.draw(rounded(x + line / 2, y + line / 2, width - line, height - line, corner - line / 2));
        }
    }
}
