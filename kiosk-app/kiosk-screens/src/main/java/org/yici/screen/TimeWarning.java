package org.yici.screen;

import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Remaining;
import org.yici.journey.stage.Touch;
import org.yici.screen.kit.KioskButton;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Surface;
import org.yici.screen.kit.TextSize;
import org.yici.screen.kit.Words;

/** Over everything for the last seconds: 再给我一些时间 is the largest key, and a touch anywhere else means the same. */
final class TimeWarning extends Page {
    private final Look look;
    private final TimeRing ring;
    private final Words sentence;

    TimeWarning(Look look, Consumer<Touch> touches) {
        super(new MigLayout("insets 0, fill", "[center]", "[center]"));
        this.look = look;
        int width = look.measure().column();
        int inset = look.mm(16);
        int wrap = width - 2 * inset;
        ring = new TimeRing(look, 44, TextSize.TITLE);
        sentence = look.words(look.text("warning.sentence", 20), TextSize.LEAD, Palette.QUIET, wrap)
                .centred();
        Surface card =
                Surface.white(look, new MigLayout("insets " + inset + ", gap 0, wrap 1", "[" + wrap + "!, center]"));
        card.add(ring);
        card.add(
                look.words(look.text("warning.title"), TextSize.TITLE, Palette.TEXT, wrap)
                        .centred(),
                "gaptop " + look.mm(8));
        card.add(sentence, "gaptop " + look.mm(3));
        KioskButton stay = new KioskButton(
                look, KioskButton.Rank.MAIN, look.text("key.stay"), () -> touches.accept(new Touch.Stay()));
        KioskButton end = new KioskButton(
                look, KioskButton.Rank.OTHER, look.text("key.end.short"), () -> touches.accept(new Touch.End()));
        card.add(stay, "growx, h " + look.mm(36) + "!, gaptop " + look.mm(12));
        card.add(end, "w 50%, gaptop " + look.mm(8));
        add(card);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                touches.accept(new Touch.Stay());
            }
        });
        setVisible(false);
    }

    void show(Remaining remaining) {
        setVisible(remaining.warning() && remaining.of() > 0);
        ring.show(remaining);
        sentence.say(look.text("warning.sentence", remaining.seconds()));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Palette.alpha(Palette.TEXT, 0.86));
        graphics.fillRect(0, 0, getWidth(), getHeight());
        super.paintComponent(graphics);
    }

    /** Whether it covers the screen now. */
    boolean isUp() {
        return isVisible();
    }

    /** All words beneath it, for who reads the screen aloud. */
    JComponent ring() {
        return ring;
    }
}
