package org.yici.screen.trouble;

import org.yici.journey.stage.Screen;
import org.yici.screen.kit.Hero;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.TextSize;

/** The terminal cannot serve anybody: says so, and where to go instead. */
public final class OutOfServiceView extends Page {
    public OutOfServiceView(Look look, Screen.OutOfService screen) {
        new Hero(look, look.onDisc(LineIcon.PAUSE, 96, Palette.QUIET, Palette.LINE))
                .artFirst()
                .head(look.words(look.text("outofservice.title"), TextSize.HERO, Palette.TEXT))
                .body(
                        look.words(screen.trouble().code().sentence(), TextSize.HEADING, Palette.TEXT),
                        look.words(screen.trouble().code().remedy(), TextSize.HEADING, Palette.QUIET),
                        TroubleWords.chip(look, screen.trouble()))
                .on(this);
    }
}
