package org.yici.screen.ending;

import org.yici.journey.stage.Screen;
import org.yici.screen.kit.Hero;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.TextSize;

/** It is over: what to take along. */
public final class GoodbyeView extends Page {
    public GoodbyeView(Look look, Screen.Goodbye screen) {
        int sheets = screen.sheets();
        String key = sheets == 0 ? "goodbye.card" : sheets < 0 ? "goodbye.perhaps" : "goodbye.paper";
        new Hero(look, new TakeAlong(look, sheets != 0))
                .head(
                        look.words(
                                look.text(sheets == 0 ? "goodbye.title.card" : "goodbye.title"),
                                TextSize.HERO,
                                Palette.TEXT),
                        look.words(look.text(key, sheets), TextSize.HEADING, Palette.QUIET))
                .body(look.words(look.text("goodbye.thanks"), TextSize.LEAD, Palette.QUIET))
                .on(this);
    }
}
