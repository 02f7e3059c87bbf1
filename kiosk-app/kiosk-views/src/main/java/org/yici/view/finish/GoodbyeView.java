package org.yici.view.finish;

import org.yici.kiosk.ui.Screen;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** It is over: what to take along. */
public final class GoodbyeView extends Page {
    public GoodbyeView(Theme theme, Screen.Goodbye screen) {
        int sheets = screen.sheets();
        String key = sheets == 0 ? "goodbye.card" : sheets < 0 ? "goodbye.perhaps" : "goodbye.paper";
        new IllustrationLayout(theme, new TakeAwayAnimation(theme, sheets != 0))
                .head(
                        theme.words(
                                theme.text(sheets == 0 ? "goodbye.title.card" : "goodbye.title"),
                                TextSize.HERO,
                                Palette.TEXT),
                        theme.words(theme.text(key, sheets), TextSize.HEADING, Palette.QUIET))
                .body(theme.words(theme.text("goodbye.thanks"), TextSize.LEAD, Palette.QUIET))
                .on(this);
    }
}
