package org.yici.view.finish;

import org.yici.kiosk.visit.PaperInTray;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** It is over: what to take along. */
public final class GoodbyeView extends Page {
    public GoodbyeView(Theme theme, VisitScreen.Goodbye screen) {
        boolean paper = !screen.paper().equals(PaperInTray.NONE);
        int sheets = screen.paper().sheets().orElse(0);
        String key = !paper ? "goodbye.card" : sheets == 0 ? "goodbye.perhaps" : "goodbye.paper";
        new IllustrationLayout(theme, new TakeAwayAnimation(theme, paper))
                .head(
                        theme.words(
                                theme.text(paper ? "goodbye.title" : "goodbye.title.card"),
                                TextSize.HERO,
                                Palette.TEXT),
                        theme.words(theme.text(key, sheets), TextSize.HEADING, Palette.QUIET))
                .body(theme.words(theme.text("goodbye.thanks"), TextSize.LEAD, Palette.QUIET))
                .on(this);
    }
}
