package org.yici.screen;

import java.awt.Graphics;
import java.util.function.Consumer;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Remaining;
import org.yici.journey.stage.Touch;
import org.yici.screen.kit.KioskButton;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Part;
import org.yici.screen.kit.Picture;
import org.yici.screen.kit.TextSize;
import org.yici.screen.kit.Words;

/** The keys that are the same everywhere, always at the same place, and the remaining time. Without keys it says what becomes of data. */
final class BottomBand extends Part {
    private final KioskButton back;
    private final KioskButton end;
    private final Picture shield;
    private final Words promise;
    private final TimeRing ring;

    BottomBand(Look look, Consumer<Touch> touches) {
        int margin = look.measure().margin();
        back = new KioskButton(
                look,
                KioskButton.Rank.BAND,
                look.text("key.back"),
                LineIcon.BACK,
                () -> touches.accept(new Touch.Back()));
        end = new KioskButton(
                look,
                KioskButton.Rank.BAND,
                look.text("key.end"),
                LineIcon.LEAVE,
                () -> touches.accept(new Touch.End()));
        shield = look.picture(LineIcon.SHIELD, 11, Palette.GOOD);
        promise = look.words(
                look.text("band.promise"),
                TextSize.BODY,
                Palette.QUIET,
                look.measure().fullWidth());
        ring = new TimeRing(look);
        setLayout(new MigLayout(
                "insets 0 " + margin + " 0 " + margin + ", fill, hidemode 3, gapx " + look.mm(4), "", "[center]"));
        add(back);
        add(end, "pushx, right");
        add(shield);
        add(promise, "pushx, left");
        add(ring, "right");
        keys(false, false);
        remaining(Remaining.NONE);
    }

    void keys(boolean withBack, boolean withEnd) {
        back.setVisible(withBack);
        end.setVisible(withEnd);
        shield.setVisible(!withBack && !withEnd);
        promise.setVisible(!withBack && !withEnd);
        revalidate();
    }

    void remaining(Remaining remaining) {
        ring.show(remaining);
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Palette.SURFACE);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(Palette.LINE);
        g.fillRect(0, 0, getWidth(), 2);
    }
}
