package org.yici.view.busy;

import java.util.Map;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.CommonScreen.Activity;
import org.yici.view.kit.Animated;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextBlock;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** Shows at once that the machine works, after two seconds what it does, after ten how long it has and that one may leave. */
public final class WorkingView extends Page implements Animated {
    private static final long SAYS_WHAT_MS = 2_000;
    private static final long SAYS_HOW_LONG_MS = 10_000;
    private static final Map<Activity, LineIcon> ICONS = Map.of(
            Activity.SEARCHING, LineIcon.SEARCH,
            Activity.ISSUING, LineIcon.CERTIFICATES,
            Activity.CHECKING, LineIcon.SEAL,
            Activity.PRINTING, LineIcon.PRINTER,
            Activity.WAITING, LineIcon.CLOCK);

    private final transient Theme theme;
    private final transient CommonScreen.Working screen;
    private final TextBlock what;
    private final TextBlock howLong;

    public WorkingView(Theme theme, CommonScreen.Working screen) {
        this.theme = theme;
        this.screen = screen;
        LineIcon icon = ICONS.getOrDefault(screen.activity(), LineIcon.CLOCK);
        what = theme.words("", TextSize.HEADING, Palette.QUIET).roomFor(1);
        howLong = theme.words("", TextSize.LEAD, Palette.QUIET).roomFor(2);
        new IllustrationLayout(
                        theme,
                        new BusyIndicator(theme, theme.icon(icon, 40, Palette.PRIMARY), theme.text(screen.what())))
                .artFirst()
                .head(theme.words(theme.text("working.title"), TextSize.TITLE, Palette.TEXT))
                .body(what, howLong)
                .on(this);
    }

    @Override
    public boolean at(long millis) {
        what.say(millis < SAYS_WHAT_MS ? "" : theme.text(screen.what()));
        howLong.say(millis < SAYS_HOW_LONG_MS ? "" : howLong(millis / 1000));
        return false;
    }

    private String howLong(long seconds) {
        return theme.text(screen.traits().exit() ? "working.seconds.leave" : "working.seconds", seconds);
    }
}
