package org.yici.screen.trouble;

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

/** It did not work: what happened, what to do now, and the code for staff. */
public final class FailedView extends Page {
    public FailedView(Look look, Screen.Failed screen, Consumer<Touch> touches) {
        Hero hero = new Hero(look, look.onDisc(LineIcon.WARNING, 84, Palette.WARNING, Palette.WARNING_TINT))
                .artFirst()
                .head(look.words(TroubleWords.title(screen.trouble()), TextSize.TITLE, Palette.TEXT))
                .body(
                        look.words(screen.trouble().code().remedy(), TextSize.HEADING, Palette.QUIET),
                        TroubleWords.chip(look, screen.trouble()));
        if (screen.retry()) {
            hero.keys(new KioskButton(
                    look,
                    KioskButton.Rank.MAIN,
                    look.text("key.retry"),
                    LineIcon.RETRY,
                    () -> touches.accept(new Touch.Retry())));
        }
        hero.keys(new KioskButton(
                        look,
                        screen.retry() ? KioskButton.Rank.OTHER : KioskButton.Rank.MAIN,
                        look.text("key.end.short"),
                        () -> touches.accept(new Touch.End())))
                .on(this);
    }
}
