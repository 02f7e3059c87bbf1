package org.yici.admin.terminal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/** Counts personal requests by terminal, in the database, so that all instances count together. */
public final class RequestCount {
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Time time;

    public RequestCount(JdbcClient jdbc, TransactionOperations transaction, Time time) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.time = time;
    }

    /**
     * Counts one more if the last hour's are at most {@code perHour}, this one included. One that is not within it is not counted, so that
     * a terminal that goes on asking is let in again when its hour is over.
     */
    public boolean admit(TerminalId terminal, int perHour) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            lock(terminal);
            Instant minute = time.now().truncatedTo(ChronoUnit.MINUTES);
            boolean within = countAfter(terminal, minute.minus(HOUR)) < perHour;
            if (within) {
                add(terminal, minute);
            }
            return within;
        }));
    }

    /** Requests of one terminal at the same time are counted one after the other. */
    private void lock(TerminalId terminal) {
        jdbc.sql("select id from terminal where id = ? for no key update")
                .param(terminal.value())
                .query(String.class)
                .optional();
    }

    private long countAfter(TerminalId terminal, Instant from) {
        jdbc.sql("delete from request_count where terminal = ? and minute <= ?")
                .params(terminal.value(), Timestamp.from(from))
                .update();
        return jdbc.sql("select coalesce(sum(requests), 0) from request_count where terminal = ?")
                .params(terminal.value())
                .query(Long.class)
                .single();
    }

    private void add(TerminalId terminal, Instant minute) {
        jdbc.sql(
                        """
                        insert into request_count (terminal, minute, requests) values (?, ?, 1)
                        on conflict (terminal, minute) do update set requests = request_count.requests + 1
                        """)
                .params(terminal.value(), Timestamp.from(minute))
                .update();
    }
}
