package org.yici.admin.entry;

import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/**
 * How much of a terminal is kept in quarantine on one day (China's): enough for a day of an honest terminal all of whose entries are of a
 * form that this service does not know, little enough that no terminal fills the disk.
 */
final class QuarantineQuota {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** A terminal that serves a citizen every minute has about so many entries in six hours. */
    static final int MOST_ENTRIES = 4_000;

    static final int MOST_BYTES = 8 << 20;

    private final JdbcClient jdbc;
    private final Time time;

    QuarantineQuota(JdbcClient jdbc, Time time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Counts one more, in the current transaction; false if the day's quota does not allow for it. */
    boolean admit(TerminalId terminal, int bytes) {
        LocalDate today = LocalDate.ofInstant(time.now(), CHINA);
        jdbc.sql("delete from quarantine_use where terminal = ? and day < ?")
                .params(terminal.value(), today)
                .update();
        return jdbc.sql(
                                """
                                insert into quarantine_use (terminal, day, entries, bytes) values (:terminal, :day, 1, :bytes)
                                on conflict (terminal, day) do update
                                    set entries = quarantine_use.entries + 1, bytes = quarantine_use.bytes + excluded.bytes
                                    where quarantine_use.entries < :mostEntries
                                        and quarantine_use.bytes + excluded.bytes <= :mostBytes
                                """)
                        .param("terminal", terminal.value())
                        .param("day", today)
                        .param("bytes", bytes)
                        .param("mostEntries", MOST_ENTRIES)
                        .param("mostBytes", MOST_BYTES)
                        .update()
                == 1;
    }
}
