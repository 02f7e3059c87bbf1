package org.yici.view;

import java.awt.Graphics;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.base.Time;
import org.yici.view.kit.AccessibleComponent;
import org.yici.view.kit.Animated;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextBlock;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** Whose terminal this is, what it is, and the time. Quiet, and always the same. */
final class TopBar extends AccessibleComponent implements Animated {
    /** The one civil time of the country, whatever the machine is set to. */
    private static final ZoneId CIVIL_TIME = ZoneId.of("Asia/Shanghai");

    private final Theme theme;
    private final Time time;
    private final TextBlock clock;
    private final TextBlock date;

    TopBar(Theme theme, String terminalName, Time time) {
        this.theme = theme;
        this.time = time;
        int margin = theme.measure().margin();
        clock = theme.words("00:00", TextSize.CLOCK, Palette.TEXT);
        date = theme.words("", TextSize.CAPTION, Palette.QUIET, theme.measure().fullWidth());
        clock.setName("clock");
        setLayout(new MigLayout(
                "insets 0 " + margin + " 0 " + margin + ", fill", "[]" + theme.mm(5) + "[grow][]", "[center]"));
        add(theme.picture(LineIcon.EMBLEM, theme.portrait() ? 24 : 16, Palette.PRIMARY));
        tellTime();
        add(names(terminalName));
        add(times());
    }

    private JComponent names(String terminalName) {
        JComponent names = group();
        TextBlock service = theme.words(
                theme.text("bar.what"),
                TextSize.CAPTION,
                Palette.QUIET,
                theme.measure().fullWidth());
        names.add(nameThatFits(terminalName, theme.portrait() ? 0 : service.getPreferredSize().width + theme.mm(6)));
        names.add(service);
        return names;
    }

    private JComponent times() {
        JComponent times = group();
        if (theme.portrait()) {
            times.add(clock, "right");
            times.add(date, "right");
        } else {
            times.add(date);
            times.add(clock);
        }
        return times;
    }

    private JComponent group() {
        JComponent group = new AccessibleComponent() {};
        group.setLayout(
                new MigLayout("insets 0, gapx " + theme.mm(6) + ", gapy 0" + (theme.portrait() ? ", wrap 1" : "")));
        return group;
    }

    private TextBlock nameThatFits(String terminalName, int beside) {
        int width = theme.measure().fullWidth()
                - date.getPreferredSize().width
                - beside
                - (theme.portrait() ? 0 : clock.getPreferredSize().width + theme.mm(6))
                - theme.mm(42);
        TextBlock name = theme.words(
                terminalName, TextSize.KEY, Palette.TEXT, theme.measure().fullWidth());
        if (name.getPreferredSize().width <= width) {
            return name;
        }
        return theme.words(terminalName, TextSize.CAPTION, Palette.TEXT, width);
    }

    @Override
    public boolean at(long millis) {
        return tellTime();
    }

    private boolean tellTime() {
        Instant now = time.now();
        ZonedDateTime here = now.atZone(CIVIL_TIME);
        String minute = DateTimeFormatter.ofPattern("HH:mm").format(here);
        if (minute.equals(clock.text())) {
            return false;
        }
        clock.say(minute);
        date.say(DateTimeFormatter.ofPattern(
                        theme.text("bar.date"), theme.messages().locale())
                .format(here));
        return true;
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Palette.SURFACE);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(Palette.LINE);
        g.fillRect(0, getHeight() - 2, getWidth(), 2);
    }
}
