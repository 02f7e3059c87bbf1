package org.yici.view.kit;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A part of a picture that moves or stays as a whole: drawn once, then set down wherever it is, on whole pixels. For sheets that are
 * scaled alike in both directions and not turned.
 */
public final class Sprite {
    private final Rectangle2D bounds;
    private final Consumer<Graphics2D> artist;
    private @Nullable BufferedImage drawn;
    private double scale;

    /** {@code artist} draws within {@code bounds}, in the sheet's measures; what it draws must always be the same. */
    public Sprite(Rectangle2D bounds, Consumer<Graphics2D> artist) {
        this.bounds = bounds;
        this.artist = artist;
    }

    /** Draws it moved by {@code dx}, {@code dy}; {@code visible} from 0 to 1. */
    public void draw(Graphics2D g, double dx, double dy, double visible) {
        if (visible <= 0) {
            return;
        }
        AffineTransform sheet = g.getTransform();
        Point2D corner = sheet.transform(new Point2D.Double(bounds.getX() + dx, bounds.getY() + dy), null);
        BufferedImage picture = at(sheet.getScaleX());
        Composite before = g.getComposite();
        g.setTransform(new AffineTransform());
        if (visible < 1) {
            g.setComposite(AlphaComposite.SrcOver.derive((float) visible));
        }
        g.drawImage(picture, (int) Math.round(corner.getX()), (int) Math.round(corner.getY()), null);
        g.setComposite(before);
        g.setTransform(sheet);
    }

    private BufferedImage at(double wanted) {
        BufferedImage present = drawn;
        if (present != null && scale == wanted) {
            return present;
        }
        BufferedImage picture = new BufferedImage(
                (int) Math.ceil(bounds.getWidth() * wanted) + 1,
                (int) Math.ceil(bounds.getHeight() * wanted) + 1,
                BufferedImage.TYPE_INT_ARGB_PRE);
        picture.setAccelerationPriority(0);
        Graphics2D g = Shapes.of(picture.createGraphics());
        g.scale(wanted, wanted);
        g.translate(-bounds.getX(), -bounds.getY());
        artist.accept(g);
        g.dispose();
        drawn = picture;
        scale = wanted;
        return picture;
    }
}
