package org.yici.view.kit;

import java.awt.Graphics;
import java.awt.Graphics2D;

/** A rounded component that casts a shadow beyond its own bounds; the {@link Page} that holds it draws the shadow. */
abstract class ShadowPanel extends AccessibleComponent {
    private final int corner;
    private final int shadow;

    /** Pixels both; a shadow of 0 for none. */
    ShadowPanel(int corner, int shadow) {
        this.corner = corner;
        this.shadow = shadow;
    }

    /** How far the shadow reaches, in pixels; 0 for none. */
    final int shadow() {
        return shadow;
    }

    final int corner() {
        return corner;
    }

    /** Draws the inside with a smooth brush. */
    abstract void draw(Graphics2D g);

    @Override
    protected final void paintComponent(Graphics graphics) {
        Graphics2D g = Shapes.of(graphics);
        draw(g);
        g.dispose();
    }
}
