package org.yici.screen.ending;

import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.screen.kit.Hero;
import org.yici.screen.kit.KioskButton;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Surface;
import org.yici.screen.kit.TextSize;

/** 打印完成: what to take along. */
public final class DoneView extends Page {
    public DoneView(Look look, Screen.Done screen, Consumer<Touch> touches) {
        new Hero(look, look.onDisc(LineIcon.CHECK, 96, Palette.SURFACE, Palette.GOOD))
                .artFirst()
                .head(look.words(look.text("done.title"), TextSize.HERO, Palette.TEXT))
                .body(toTake(look, screen))
                .keys(new KioskButton(
                        look, KioskButton.Rank.MAIN, look.text("key.done"), () -> touches.accept(new Touch.End())))
                .on(this);
    }

    private static JComponent toTake(Look look, Screen.Done screen) {
        int inset = look.mm(12);
        int wrap = look.measure().column() - 2 * inset - look.mm(28 + 9);
        Surface card = Surface.white(
                look,
                new MigLayout(
                        "insets " + inset + ", gapx " + look.mm(8) + ", gapy " + look.mm(7) + ", wrap 2",
                        "[][grow]",
                        "[center]"));
        card.add(look.onDisc(LineIcon.ID_CARD, 28, Palette.PRIMARY, Palette.PRIMARY_TINT));
        card.add(look.words(look.text("done.card"), TextSize.HEADING, Palette.TEXT, wrap));
        card.add(look.onDisc(LineIcon.PAPER, 28, Palette.PRIMARY, Palette.PRIMARY_TINT));
        card.add(look.words(look.text("done.paper", screen.sheets()), TextSize.HEADING, Palette.TEXT, wrap));
        return card;
    }
}
