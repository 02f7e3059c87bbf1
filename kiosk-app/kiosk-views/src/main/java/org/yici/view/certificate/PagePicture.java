package org.yici.view.certificate;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import javax.accessibility.AccessibleRole;
import org.yici.view.kit.AccessibleComponent;
import org.yici.view.kit.Shapes;
import org.yici.view.kit.Theme;

/** A page as large as the room allows, on a soft shadow. A picture that was drawn for about this room is shown as it is. */
final class PagePicture extends AccessibleComponent {
    /** A4, width to height. */
    private static final double PAGE_RATIO = 210.0 / 297;

    /** One that is smaller by so little is not blurred for it. */
    private static final double AS_IT_IS = 1.08;

    private final transient BufferedImage page;
    private final int shadow;
    private final int least;

    PagePicture(Theme theme, BufferedImage page, String name) {
        this.page = page;
        this.shadow = theme.mm(4);
        this.least = theme.mm(60);
        name(name);
    }

    /** How wide an upright A4 page can be here, in pixels. */
    int pageWidthPx() {
        return (int) Math.min(getWidth() - 2.0 * shadow, (getHeight() - 2.0 * shadow) * PAGE_RATIO);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(least, least);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Shapes.of(graphics);
        double scale = Math.min(
                (getWidth() - 2.0 * shadow) / page.getWidth(), (getHeight() - 2.0 * shadow) / page.getHeight());
        if (scale >= 1 && scale < AS_IT_IS) {
            scale = 1;
        }
        int width = (int) Math.round(page.getWidth() * scale);
        int height = (int) Math.round(page.getHeight() * scale);
        int x = (getWidth() - width) / 2;
        int y = (getHeight() - height) / 2;
        Shapes.shadow(g, x, y, width, height, 2, shadow);
        Image shown = scale < 0.7 ? page.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING) : page;
        g.drawImage(shown, x, y, width, height, null);
        g.dispose();
    }

    @Override
    protected AccessibleRole role() {
        return AccessibleRole.ICON;
    }
}
