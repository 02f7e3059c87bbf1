package org.yici.view.idle;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.yici.view.kit.Illustrations;
import org.yici.view.kit.Palette;
import org.yici.view.kit.Shapes;
import org.yici.view.kit.Sprite;
import org.yici.view.kit.Theme;

/** A card is pushed up into a slot, chip first. */
final class CardInSlotAnimation extends CardAnimation {
    private static final Color MOUTH = new Color(0x0C1826);
    private static final double CARD = 240;
    private static final double CARD_LENGTH = CARD / Illustrations.CARD_RATIO;
    private static final double MOUTH_Y = 310;
    private static final double FAR = MOUTH_Y + 70;
    private static final double DEEP = MOUTH_Y - CARD_LENGTH * 0.42;

    private final transient Sprite reader =
            new Sprite(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), CardInSlotAnimation::reader);

    CardInSlotAnimation(Theme theme) {
        super(theme);
    }

    @Override
    void draw(Graphics2D g, double arrived, double visible, double lit) {
        reader.draw(g, 0, 0, 1);
        light(g, lit);
        card(g, arrived, visible);
    }

    private static void reader(Graphics2D g) {
        double x = (WIDTH - 560) / 2.0;
        Shapes.shadow(g, x, MOUTH_Y - 190, 560, 260, 44, 30);
        Shapes.box(g, x, MOUTH_Y - 200, 560, 260, 44, BODY, BODY_EDGE, 3);
        Shapes.box(g, (WIDTH - CARD - 70) / 2, MOUTH_Y - 16, CARD + 70, 32, 16, MOUTH, BODY_EDGE, 2);
    }

    private static void light(Graphics2D g, double lit) {
        g.setColor(Palette.alpha(LIGHT, 0.25 + 0.75 * lit));
        g.setStroke(Shapes.round(6));
        g.draw(Shapes.rounded((WIDTH - CARD - 70) / 2 - 12, MOUTH_Y - 28, CARD + 94, 56, 28));
    }

    /** What is beyond the mouth cannot be seen. */
    private static void card(Graphics2D g, double in, double visible) {
        if (visible <= 0) {
            return;
        }
        Graphics2D c = (Graphics2D) g.create();
        c.clip(new Rectangle2D.Double(0, MOUTH_Y, WIDTH, HEIGHT - MOUTH_Y));
        c.setComposite(AlphaComposite.SrcOver.derive((float) visible));
        c.translate((WIDTH - CARD) / 2, FAR + (DEEP - FAR) * in);
        Shapes.shadow(c, 0, 10, CARD, CARD_LENGTH, 18, 16);
        Illustrations.chipCard(c, CARD);
        c.dispose();
    }
}
