package org.yici.screen.printing;

import org.yici.journey.stage.Screen;
import org.yici.screen.kit.Hero;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.TextSize;
import org.yici.screen.trouble.TroubleWords;

/** Paper on its way: how much has come out, and what it waits for if it does. */
public final class PrintingView extends Page {
    public PrintingView(Look look, Screen.Printing screen) {
        boolean waits = screen.waiting().isPresent();
        Hero hero = new Hero(look, new PaperComesOut(look, waits))
                .head(
                        look.words(
                                look.text(waits ? "printing.waits" : "printing.title"), TextSize.TITLE, Palette.TEXT),
                        look.words(
                                look.text("printing.sheets", screen.sheets(), screen.of()),
                                TextSize.HEADING,
                                Palette.QUIET));
        screen.waiting()
                .ifPresentOrElse(
                        trouble -> hero.body(TroubleWords.notice(
                                look, trouble, look.measure().column())),
                        () -> hero.body(look.words(look.text("printing.where"), TextSize.LEAD, Palette.QUIET)));
        hero.on(this);
    }
}
