package org.yici.view.idle;

import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Rectangle2D;
import org.yici.view.kit.Illustrations;
import org.yici.view.kit.Palette;
import org.yici.view.kit.Shapes;
import org.yici.view.kit.Sprite;
import org.yici.view.kit.Theme;

/** A card comes down onto the reader's pad. */
final class CardOnPadAnimation extends CardAnimation {
    private static final double CARD = 410;
    private static final double CARD_HEIGHT = CARD * Illustrations.CARD_RATIO;
    private static final double CARD_X = (WIDTH - CARD) / 2;
    private static final double CARD_Y = 360 - CARD_HEIGHT / 2;
    private static final double PAD_X = (WIDTH - 620) / 2.0;
    private static final double PAD_Y = 150;

    private final transient Sprite pad =
            new Sprite(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), CardOnPadAnimation::pad);
    private final transient Sprite landedCard = new Sprite(
            new Rectangle2D.Double(CARD_X - 40, CARD_Y - 40, CARD + 80, CARD_HEIGHT + 80),
            CardOnPadAnimation::landedCard);

    CardOnPadAnimation(Theme theme) {
        super(theme);
    }

    @Override
    void draw(Graphics2D g, double arrived, double visible, double lit) {
        pad.draw(g, 0, 0, 1);
        edge(g, lit);
        if (arrived < 1) {
            card(g, arrived, visible);
        } else {
            landedCard.draw(g, 0, 0, visible);
        }
    }

    private static void pad(Graphics2D g) {
        Shapes.shadow(g, PAD_X, PAD_Y + 10, 620, 420, 44, 30);
        Shapes.box(g, PAD_X, PAD_Y, 620, 420, 44, BODY, BODY_EDGE, 3);
        waves(g, WIDTH / 2.0, PAD_Y + 210);
    }

    private static void edge(Graphics2D g, double lit) {
        g.setColor(Palette.alpha(LIGHT, 0.25 + 0.75 * lit));
        g.setStroke(Shapes.round(6));
        g.draw(Shapes.rounded(PAD_X + 24, PAD_Y + 24, 572, 372, 28));
    }

    private static void waves(Graphics2D g, double x, double y) {
        g.setStroke(Shapes.round(9));
        for (int i = 0; i < 3; i++) {
            double radius = 46 + i * 42;
            g.setColor(Palette.alpha(LIGHT, 0.57));
            g.draw(new Arc2D.Double(x - radius, y - radius + 40, 2 * radius, 2 * radius, 45, 90, Arc2D.OPEN));
        }
        g.setColor(LIGHT);
        g.fillOval((int) x - 11, (int) y + 29, 22, 22);
    }

    private static void landedCard(Graphics2D g) {
        g.translate(CARD_X, CARD_Y);
        Shapes.shadow(g, 0, 8, CARD, CARD_HEIGHT, 18, 10);
        Illustrations.card(g, CARD);
    }

    private static void card(Graphics2D g, double landed, double visible) {
        if (visible <= 0) {
            return;
        }
        Graphics2D c = (Graphics2D) g.create();
        c.setComposite(java.awt.AlphaComposite.SrcOver.derive((float) visible));
        double lift = 1 - landed;
        c.translate(WIDTH / 2.0 + 130 * lift, 360 - 235 * lift);
        c.rotate(0.16 * lift);
        double scale = 1 + 0.1 * lift;
        c.scale(scale, scale);
        c.translate(-CARD / 2, -CARD_HEIGHT / 2);
        Shapes.shadow(c, 0, 8 + 26 * lift, CARD, CARD_HEIGHT, 18, (int) (10 + 26 * lift));
        Illustrations.card(c, CARD);
        c.dispose();
    }
}
