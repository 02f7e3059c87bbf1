package org.yici.view.finish;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Consumer;
import org.yici.view.kit.Drawing;
import org.yici.view.kit.Illustrations;
import org.yici.view.kit.Shapes;
import org.yici.view.kit.Sprite;
import org.yici.view.kit.Theme;

/** A card rises from the pad, and a sheet beside it if there is paper to take. */
final class TakeAwayAnimation extends Drawing {
    private static final int WIDTH = 880;
    private static final int HEIGHT = 620;
    private static final double ROUND_MS = 3600;

    private static final double RISE = 14;

    private final transient Sprite card;
    private final transient Optional<Sprite> sheet;

    TakeAwayAnimation(Theme theme, boolean paper) {
        super(WIDTH, HEIGHT, Math.min(theme.measure().sideColumn(), theme.mm(270)));
        double width = paper ? 400 : 480;
        double x = paper ? 40 : (WIDTH - width) / 2;
        this.card = turned(
                new Rectangle2D.Double(x, 210, width, width * Illustrations.CARD_RATIO),
                -0.06,
                g -> Illustrations.card(g, width));
        this.sheet = paper
                ? Optional.of(
                        turned(new Rectangle2D.Double(520, 110, 320, 420), 0.05, g -> Illustrations.sheet(g, 320, 420)))
                : Optional.empty();
    }

    /** It moves by whole pixels, and slowly: most of the time nothing is to be painted. */
    @Override
    protected boolean moves(long from, long to) {
        return Math.round(rise(from)) != Math.round(rise(to));
    }

    private static double rise(long millis) {
        return RISE * Math.sin(millis / ROUND_MS * 2 * Math.PI);
    }

    @Override
    protected void draw(Graphics2D g, long millis) {
        double rise = Math.round(rise(millis));
        card.draw(g, 0, rise, 1);
        sheet.ifPresent(paper -> paper.draw(g, 0, -rise, 1));
    }

    private static Sprite turned(Rectangle2D at, double angle, Consumer<Graphics2D> artist) {
        Rectangle2D room =
                new Rectangle2D.Double(at.getX() - 70, at.getY() - 60, at.getWidth() + 140, at.getHeight() + 140);
        return new Sprite(room, g -> {
            g.translate(at.getX(), at.getY());
            g.rotate(angle, at.getWidth() / 2, at.getHeight() / 2);
            Shapes.shadow(g, 0, 14, at.getWidth(), at.getHeight(), 18, 30);
            artist.accept(g);
        });
    }
}
