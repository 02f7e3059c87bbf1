package org.yici.screen.ending;

import java.util.function.Consumer;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.screen.kit.Hero;
import org.yici.screen.kit.KioskButton;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.TextSize;

/** 纸都出来了吗: asked where the printer cannot prove that paper came. */
public final class PaperQuestionView extends Page {
    public PaperQuestionView(Look look, Screen.PaperQuestion screen, Consumer<Touch> touches) {
        new Hero(look, look.onDisc(LineIcon.TRAY, 96, Palette.PRIMARY, Palette.PRIMARY_TINT))
                .artFirst()
                .head(
                        look.words(look.text("paper.title"), TextSize.HERO, Palette.TEXT),
                        look.words(look.text("paper.look", screen.sheets()), TextSize.HEADING, Palette.TEXT))
                .body(look.words(look.text("paper.why"), TextSize.LEAD, Palette.QUIET))
                .keys(
                        new KioskButton(
                                look,
                                KioskButton.Rank.MAIN,
                                look.text("key.paper.all"),
                                () -> touches.accept(new Touch.PaperCame(true))),
                        new KioskButton(
                                look,
                                KioskButton.Rank.OTHER,
                                look.text("key.paper.missing"),
                                () -> touches.accept(new Touch.PaperCame(false))))
                .on(this);
    }
}
