package org.yici.view.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpriteTest {
    private static final int SIDE = 10;

    private final AtomicInteger drawings = new AtomicInteger();
    private final BufferedImage glass = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    private final Sprite red = new Sprite(new Rectangle2D.Double(4, 4, SIDE, SIDE), g -> {
        drawings.incrementAndGet();
        g.setColor(Color.RED);
        g.fill(new Rectangle2D.Double(4, 4, SIDE, SIDE));
    });

    private void draw(double scale, double dx, double dy, double visible) {
        Graphics2D g = glass.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 60, 60);
        g.scale(scale, scale);
        red.draw(g, dx, dy, visible);
        assertThat(g.getTransform().getScaleX()).isEqualTo(scale);
        g.setColor(Color.BLUE);
        g.fill(new Rectangle2D.Double(0, 0, 1, 1));
        g.dispose();
        assertThat(at(0, 0)).as("what is drawn next is not faint").isEqualTo(Color.BLUE);
    }

    private Color at(int x, int y) {
        return new Color(glass.getRGB(x, y));
    }

    private void isRedFromTo(int from, int to) {
        for (int i = 2; i < 60; i++) {
            assertThat(at(i, i)).as("pixel %d", i).isEqualTo(i >= from && i < to ? Color.RED : Color.WHITE);
        }
    }

    @Test
    void isDrawnOnceAndSetDownOnWholePixels() {
        draw(1, 0, 0, 1);
        isRedFromTo(4, 14);
        draw(1, 20.4, 19.6, 1);
        isRedFromTo(24, 34);
        assertThat(drawings).hasValue(1);
    }

    @Test
    void isDrawnAnewForAnotherScale() {
        draw(2, 5, 5, 1);
        isRedFromTo(18, 38);
        draw(2, 10, 10, 1);
        isRedFromTo(28, 48);
        draw(1, 0, 0, 1);
        isRedFromTo(4, 14);
        assertThat(drawings).hasValue(2);
    }

    @Test
    void fades() {
        draw(1, 0, 0, 0.5);
        assertThat(at(8, 8).getRed()).isEqualTo(255);
        assertThat(at(8, 8).getGreen()).isBetween(126, 129);
        draw(1, 0, 0, 0);
        isRedFromTo(0, 0);
    }
}
