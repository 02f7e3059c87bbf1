package org.yici.admin.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the pages show them: China's time, today without the date. */
record ChinaTime(Instant now) {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日 HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT);

    String at(Instant instant) {
        ZonedDateTime time = instant.atZone(CHINA);
        ZonedDateTime today = now.atZone(CHINA);
        if (time.toLocalDate().equals(today.toLocalDate())) {
            return "今天 " + CLOCK.format(time);
        }
        return (time.getYear() == today.getYear() ? DAY : YEAR).format(time);
    }

    static String clock(Instant instant) {
        return CLOCK.format(instant.atZone(CHINA));
    }

    /** How long ago, in the largest unit that says enough. */
    String ago(Instant instant) {
        Duration age = Duration.between(instant, now);
        return age.compareTo(Duration.ofSeconds(5)) < 0 ? "刚刚" : span(age) + "前";
    }

    static String span(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return seconds + " 秒";
        }
        if (seconds < 3600) {
            return seconds / 60 + " 分钟";
        }
        return seconds < 86400 ? seconds / 3600 + " 小时" : seconds / 86400 + " 天";
    }
}
