package org.yici.view.error;

import java.util.function.Consumer;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** It did not work: what happened, what to do now, and the code for staff. */
public final class FailedView extends Page {
    public FailedView(Theme theme, CommonScreen.Failed screen, Consumer<CitizenAction> actions) {
        IllustrationLayout hero = new IllustrationLayout(
                        theme, theme.onDisc(LineIcon.WARNING, 84, Palette.WARNING, Palette.WARNING_TINT))
                .artFirst()
                .head(theme.words(ErrorText.title(theme, screen.error()), TextSize.TITLE, Palette.TEXT))
                .body(
                        theme.words(ErrorText.remedy(theme, screen.error()), TextSize.HEADING, Palette.QUIET),
                        ErrorText.chip(theme, screen.error()));
        if (screen.retry()) {
            hero.keys(new KioskButton(
                    theme,
                    KioskButton.Rank.MAIN,
                    theme.text("button.retry"),
                    LineIcon.RETRY,
                    () -> actions.accept(new CitizenAction.Retry())));
        }
        hero.keys(new KioskButton(
                        theme,
                        screen.retry() ? KioskButton.Rank.OTHER : KioskButton.Rank.MAIN,
                        theme.text("button.exit.short"),
                        () -> actions.accept(new CitizenAction.Exit())))
                .on(this);
    }
}
