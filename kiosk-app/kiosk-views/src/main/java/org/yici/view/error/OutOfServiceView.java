package org.yici.view.error;

import org.yici.kiosk.visit.VisitScreen;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** The terminal cannot serve anybody: says so, and where to go instead. */
public final class OutOfServiceView extends Page {
    public OutOfServiceView(Theme theme, VisitScreen.OutOfService screen) {
        new IllustrationLayout(theme, theme.onDisc(LineIcon.PAUSE, 96, Palette.QUIET, Palette.LINE))
                .artFirst()
                .head(theme.words(theme.text("outofservice.title"), TextSize.HERO, Palette.TEXT))
                .body(
                        theme.words(ErrorText.sentence(theme, screen.error()), TextSize.HEADING, Palette.TEXT),
                        theme.words(ErrorText.remedy(theme, screen.error()), TextSize.HEADING, Palette.QUIET),
                        ErrorText.chip(theme, screen.error()))
                .on(this);
    }
}
