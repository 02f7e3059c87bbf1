package org.yici.screen.certificate;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.accessibility.AccessibleRole;
import org.yici.screen.kit.Brush;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Part;

/** A page as large as the room allows, on a soft shadow. */
final class PagePicture extends Part {
    private final transient BufferedImage page;
    private final int shadow;
    private final int least;

    PagePicture(Look look, BufferedImage page, String name) {
        this.page = page;
        this.shadow = look.mm(4);
        this.least = look.mm(60);
        name(name);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(least, least);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Brush.of(graphics);
        double scale = Math.min(
                (getWidth() - 2.0 * shadow) / page.getWidth(), (getHeight() - 2.0 * shadow) / page.getHeight());
        int width = (int) Math.round(page.getWidth() * scale);
        int height = (int) Math.round(page.getHeight() * scale);
        int x = (getWidth() - width) / 2;
        int y = (getHeight() - height) / 2;
        Brush.shadow(g, x, y, width, height, 2, shadow);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        Image shown = scale < 0.7 ? page.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING) : page;
        g.drawImage(shown, x, y, width, height, null);
        g.dispose();
    }

    @Override
    protected AccessibleRole role() {
        return AccessibleRole.ICON;
    }
}
