package org.yici.admin.terminal;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a terminal may ask for citizens: a span of every day in China's time, which may run over midnight. Written
 * {@code 06:00-22:00}; {@code 00:00-24:00} is day and night.
 *
 * @param fromMinute minute of the day, included
 * @param toMinute minute of the day, excluded; 1440 is midnight
 */
public record Hours(int fromMinute, int toMinute) {
    private static final int DAY = 24 * 60;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Pattern FORM = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");

    public static final Hours ALWAYS = new Hours(0, DAY);

    public Hours {
        if (fromMinute < 0 || fromMinute >= DAY || toMinute < 1 || toMinute > DAY || fromMinute == toMinute) {
            throw new IllegalArgumentException("hours are a span of a day");
        }
    }

    public static Hours parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("hours are written 06:00-22:00");
        }
        return new Hours(minute(parts.group(1), parts.group(2)), minute(parts.group(3), parts.group(4)));
    }

    public boolean include(Instant instant) {
        LocalTime time = instant.atZone(CHINA).toLocalTime();
        int minute = time.getHour() * 60 + time.getMinute();
        return fromMinute < toMinute
                ? minute >= fromMinute && minute < toMinute
                : minute >= fromMinute || minute < toMinute;
    }

    private static int minute(String hours, String minutes) {
        if (Integer.parseInt(minutes) > 59) {
            throw new IllegalArgumentException("an hour has minutes 00 to 59");
        }
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(fromMinute / 60, fromMinute % 60, toMinute / 60, toMinute % 60);
    }
}
