package org.yici.view.finish;

import java.util.function.Consumer;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** 纸都出来了吗: asked where the printer cannot prove that paper came. */
public final class DeliveryQuestionView extends Page {
    public DeliveryQuestionView(Theme theme, PrintScreen.DeliveryQuestion screen, Consumer<CitizenAction> actions) {
        new IllustrationLayout(theme, theme.onDisc(LineIcon.TRAY, 96, Palette.PRIMARY, Palette.PRIMARY_TINT))
                .artFirst()
                .head(
                        theme.words(theme.text("delivery.title"), TextSize.HERO, Palette.TEXT),
                        theme.words(theme.text("delivery.look", screen.sheets()), TextSize.HEADING, Palette.TEXT))
                .body(theme.words(theme.text("delivery.why"), TextSize.LEAD, Palette.QUIET))
                .keys(
                        new KioskButton(
                                theme,
                                KioskButton.Rank.MAIN,
                                theme.text("delivery.all"),
                                () -> actions.accept(new PrintScreen.DeliveryAnswer(true))),
                        new KioskButton(
                                theme,
                                KioskButton.Rank.OTHER,
                                theme.text("delivery.missing"),
                                () -> actions.accept(new PrintScreen.DeliveryAnswer(false))))
                .on(this);
    }
}
