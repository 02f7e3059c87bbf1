package org.yici.screen;

import java.awt.Graphics;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.base.Time;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Moving;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Part;
import org.yici.screen.kit.TextSize;
import org.yici.screen.kit.Words;

/** Whose terminal this is, what it is, and the time. Quiet, and always the same. */
final class TopBand extends Part implements Moving {
    /** The one civil time of the country, whatever the machine is set to. */
    private static final ZoneId CIVIL_TIME = ZoneId.of("Asia/Shanghai");

    private final Look look;
    private final Time time;
    private final Words clock;
    private final Words date;

    TopBand(Look look, String terminalName, Time time) {
        this.look = look;
        this.time = time;
        int margin = look.measure().margin();
        clock = look.words("00:00", TextSize.CLOCK, Palette.TEXT);
        date = look.words("", TextSize.CAPTION, Palette.QUIET, look.measure().fullWidth());
        clock.setName("clock");
        setLayout(new MigLayout(
                "insets 0 " + margin + " 0 " + margin + ", fill", "[]" + look.mm(5) + "[grow][]", "[center]"));
        add(look.picture(LineIcon.EMBLEM, look.portrait() ? 24 : 16, Palette.PRIMARY));
        tellTime();
        add(names(terminalName));
        add(times());
    }

    private JComponent names(String terminalName) {
        JComponent names = group();
        Words service = look.words(
                look.text("band.service"),
                TextSize.CAPTION,
                Palette.QUIET,
                look.measure().fullWidth());
        names.add(nameThatFits(terminalName, look.portrait() ? 0 : service.getPreferredSize().width + look.mm(6)));
        names.add(service);
        return names;
    }

    private JComponent times() {
        JComponent times = group();
        if (look.portrait()) {
            times.add(clock, "right");
            times.add(date, "right");
        } else {
            times.add(date);
            times.add(clock);
        }
        return times;
    }

    private JComponent group() {
        JComponent group = new Part() {};
        group.setLayout(
                new MigLayout("insets 0, gapx " + look.mm(6) + ", gapy 0" + (look.portrait() ? ", wrap 1" : "")));
        return group;
    }

    private Words nameThatFits(String terminalName, int beside) {
        int width = look.measure().fullWidth()
                - date.getPreferredSize().width
                - beside
                - (look.portrait() ? 0 : clock.getPreferredSize().width + look.mm(6))
                - look.mm(42);
        Words name = look.words(
                terminalName, TextSize.KEY, Palette.TEXT, look.measure().fullWidth());
        if (name.getPreferredSize().width <= width) {
            return name;
        }
        return look.words(terminalName, TextSize.CAPTION, Palette.TEXT, width);
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
        date.say(
                DateTimeFormatter.ofPattern(look.text("band.date"), look.texts().locale())
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
