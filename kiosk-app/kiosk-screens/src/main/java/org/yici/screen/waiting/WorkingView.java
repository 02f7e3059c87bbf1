package org.yici.screen.waiting;

import java.util.Map;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Screen.Work;
import org.yici.screen.kit.Hero;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Moving;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.TextSize;
import org.yici.screen.kit.Words;

/** Shows at once that the machine works, after two seconds what it does, after ten how long it has and that one may leave. */
public final class WorkingView extends Page implements Moving {
    private static final long SAYS_WHAT_MS = 2_000;
    private static final long SAYS_HOW_LONG_MS = 10_000;
    private static final Map<Work, LineIcon> ICONS = Map.of(
            Work.ASKING_OFFERS, LineIcon.SEARCH,
            Work.ISSUING, LineIcon.CERTIFICATE,
            Work.CHECKING_SEAL, LineIcon.SEAL,
            Work.SENDING_TO_PRINTER, LineIcon.PRINTER,
            Work.RECONCILING, LineIcon.CLOCK);

    private final transient Look look;
    private final Work work;
    private final Words what;
    private final Words howLong;

    public WorkingView(Look look, Screen.Working screen) {
        this.look = look;
        this.work = screen.work();
        LineIcon icon = ICONS.getOrDefault(work, LineIcon.CLOCK);
        what = look.words("", TextSize.HEADING, Palette.QUIET).roomFor(1);
        howLong = look.words("", TextSize.LEAD, Palette.QUIET).roomFor(2);
        new Hero(look, new Orbit(look, look.icon(icon, 40, Palette.PRIMARY), look.text("working." + work.name())))
                .artFirst()
                .head(look.words(look.text("working.title"), TextSize.TITLE, Palette.TEXT))
                .body(what, howLong)
                .on(this);
    }

    @Override
    public boolean at(long millis) {
        what.say(millis < SAYS_WHAT_MS ? "" : look.text("working." + work.name()));
        howLong.say(millis < SAYS_HOW_LONG_MS ? "" : howLong(millis / 1000));
        return false;
    }

    private String howLong(long seconds) {
        return look.text(work == Work.RECONCILING ? "working.seconds" : "working.seconds.leave", seconds);
    }
}
