package org.yici.view.finish;

import java.util.function.Consumer;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** 纸都出来了吗: asked where the printer cannot prove that paper came. */
public final class PaperQuestionView extends Page {
    public PaperQuestionView(Theme theme, Screen.PaperQuestion screen, Consumer<CitizenAction> actions) {
        new IllustrationLayout(theme, theme.onDisc(LineIcon.TRAY, 96, Palette.PRIMARY, Palette.PRIMARY_TINT))
                .artFirst()
                .head(
                        theme.words(theme.text("paper.title"), TextSize.HERO, Palette.TEXT),
                        theme.words(theme.text("paper.look", screen.sheets()), TextSize.HEADING, Palette.TEXT))
                .body(theme.words(theme.text("paper.why"), TextSize.LEAD, Palette.QUIET))
                .keys(
                        new KioskButton(
                                theme,
                                KioskButton.Rank.MAIN,
                                theme.text("key.paper.all"),
                                () -> actions.accept(new CitizenAction.PaperCame(true))),
                        new KioskButton(
                                theme,
                                KioskButton.Rank.OTHER,
                                theme.text("key.paper.missing"),
                                () -> actions.accept(new CitizenAction.PaperCame(false))))
                .on(this);
    }
}
