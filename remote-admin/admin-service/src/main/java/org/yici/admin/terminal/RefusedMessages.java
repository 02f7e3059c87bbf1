package org.yici.admin.terminal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/** Counts messages that could not be filed at all. */
public final class RefusedMessages {
    private final JdbcClient jdbc;
    private final Time time;

    public RefusedMessages(JdbcClient jdbc, Time time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Why a message was dropped. */
    public enum Reason {
        /** Longer than any message of the contract. */
        TOO_LONG,
        MALFORMED,
        /** A topic that the contract does not have. */
        UNKNOWN_TOPIC,
        UNKNOWN_VERSION,
        /** It names another terminal than its topic. */
        FOREIGN,
        /** From a terminal that is not enrolled. */
        NOT_ENROLLED
    }

    /** How many of a terminal's messages were dropped for this reason, and when last. */
    public record Count(Reason reason, long messages, Instant lastAt) {}

    public void count(TerminalId terminal, Reason reason) {
        jdbc.sql(
                        """
                        insert into refused_message (terminal, reason, messages, last_at) values (?, ?, 1, ?)
                        on conflict (terminal, reason) do update set messages = refused_message.messages + 1,
                            last_at = excluded.last_at
                        """)
                .params(terminal.value(), reason.name(), Timestamp.from(time.now()))
                .update();
    }

    public List<Count> of(TerminalId terminal) {
        return jdbc.sql(
                        "select reason, messages, last_at from refused_message where terminal = ? order by last_at desc")
                .param(terminal.value())
                .query((row, number) -> new Count(
                        Reason.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getTimestamp(3).toInstant()))
                .list();
    }
}
