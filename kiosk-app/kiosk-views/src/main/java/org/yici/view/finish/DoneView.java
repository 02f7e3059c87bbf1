package org.yici.view.finish;

import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.SurfacePanel;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** 打印完成: what to take along. */
public final class DoneView extends Page {
    public DoneView(Theme theme, PrintScreen.Done screen, Consumer<CitizenAction> actions) {
        new IllustrationLayout(theme, theme.onDisc(LineIcon.CHECK, 96, Palette.SURFACE, Palette.GOOD))
                .artFirst()
                .head(theme.words(theme.text("done.title"), TextSize.HERO, Palette.TEXT))
                .body(toTake(theme, screen))
                .keys(new KioskButton(
                        theme,
                        KioskButton.Rank.MAIN,
                        theme.text("button.done"),
                        () -> actions.accept(new CitizenAction.Exit())))
                .on(this);
    }

    private static JComponent toTake(Theme theme, PrintScreen.Done screen) {
        int inset = theme.mm(12);
        int wrap = theme.measure().column() - 2 * inset - theme.mm(28 + 9);
        SurfacePanel card = SurfacePanel.white(
                theme,
                new MigLayout(
                        "insets " + inset + ", gapx " + theme.mm(8) + ", gapy " + theme.mm(7) + ", wrap 2",
                        "[][grow]",
                        "[center]"));
        card.add(theme.onDisc(LineIcon.ID_CARD, 28, Palette.PRIMARY, Palette.PRIMARY_TINT));
        card.add(theme.words(theme.text("done.card"), TextSize.HEADING, Palette.TEXT, wrap));
        card.add(theme.onDisc(LineIcon.PAPER, 28, Palette.PRIMARY, Palette.PRIMARY_TINT));
        card.add(theme.words(theme.text("done.paper", screen.sheets()), TextSize.HEADING, Palette.TEXT, wrap));
        return card;
    }
}
