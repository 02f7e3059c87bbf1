package org.yici.view.printing;

import org.yici.kiosk.print.PrintScreen;
import org.yici.view.error.ErrorText;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** Paper on its way: how much has come out, and what it waits for if it does. */
public final class PrintingView extends Page {
    public PrintingView(Theme theme, PrintScreen.Printing screen) {
        boolean waits = screen.waiting().isPresent();
        IllustrationLayout hero = new IllustrationLayout(theme, new PaperOutAnimation(theme, waits))
                .head(
                        theme.words(theme.text(waits ? "print.waits" : "print.title"), TextSize.TITLE, Palette.TEXT),
                        theme.words(
                                theme.text("print.sheets", screen.sheets(), screen.of()),
                                TextSize.HEADING,
                                Palette.QUIET));
        screen.waiting()
                .ifPresentOrElse(
                        error -> hero.body(
                                ErrorText.notice(theme, error, theme.measure().column())),
                        () -> hero.body(theme.words(theme.text("print.where"), TextSize.LEAD, Palette.QUIET)));
        hero.on(this);
    }
}
