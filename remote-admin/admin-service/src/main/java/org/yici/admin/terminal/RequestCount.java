package org.yici.admin.terminal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/** Counts personal requests by terminal, in the database, so that all instances count together. */
public final class RequestCount {
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Time time;

    public RequestCount(JdbcClient jdbc, Time time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Counts one more and tells whether the last hour's are at most {@code perHour}, this one included. */
    public boolean admit(TerminalId terminal, int perHour) {
        Instant minute = time.now().truncatedTo(ChronoUnit.MINUTES);
        Timestamp from = Timestamp.from(minute.minus(HOUR));
        jdbc.sql("delete from request_count where terminal = ? and minute <= ?")
                .params(terminal.value(), from)
                .update();
        jdbc.sql(
                        """
                        insert into request_count (terminal, minute, requests) values (?, ?, 1)
                        on conflict (terminal, minute) do update set requests = request_count.requests + 1
                        """)
                .params(terminal.value(), Timestamp.from(minute))
                .update();
        return jdbc.sql("select sum(requests) from request_count where terminal = ? and minute > ?")
                        .params(terminal.value(), from)
                        .query(Long.class)
                        .single()
                <= perHour;
    }
}
