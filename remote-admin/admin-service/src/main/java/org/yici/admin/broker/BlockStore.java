package org.yici.admin.broker;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;

/** Keeps who is blocked for a time, and knows who is revoked: both are to be on the broker's block list. */
final class BlockStore {
    private final JdbcClient jdbc;

    BlockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A longer block that is there already stays. */
    void put(TerminalId terminal, BlockReason reason, Instant until) {
        jdbc.sql(
                        """
                        insert into terminal_block (terminal, reason, blocked_until) values (:terminal, :reason, :until)
                        on conflict (terminal) do update set reason = excluded.reason, blocked_until = excluded.blocked_until
                        where terminal_block.blocked_until < excluded.blocked_until
                        """)
                .param("terminal", terminal.value())
                .param("reason", reason.name())
                .param("until", Timestamp.from(until))
                .update();
    }

    void forgetEnded(Instant now) {
        jdbc.sql("delete from terminal_block where blocked_until <= ?")
                .param(Timestamp.from(now))
                .update();
    }

    /** Who is blocked for a time. */
    Set<TerminalId> blocked(Instant now) {
        return ids(jdbc.sql("select terminal from terminal_block where blocked_until > ?")
                .param(Timestamp.from(now))
                .query(String.class)
                .list());
    }

    /**
     * Who is revoked, and who was revoked and is enrolled anew as long as the broker has not been seen to refuse the old certificate.
     */
    Set<TerminalId> revoked(Instant now) {
        return ids(jdbc.sql(
                        """
                        select id from terminal where revoked_at is not null
                        union select terminal from revoked_certificate
                            where reason = 'REVOKED' and in_force_at is null and until > ?
                        """)
                .param(Timestamp.from(now))
                .query(String.class)
                .list());
    }

    /** Which of them are shown online. */
    Set<TerminalId> online(Set<TerminalId> terminals) {
        if (terminals.isEmpty()) {
            return Set.of();
        }
        return ids(jdbc.sql("select terminal from terminal_state where online and terminal in (:terminals)")
                .param("terminals", terminals.stream().map(TerminalId::value).toList())
                .query(String.class)
                .list());
    }

    private static Set<TerminalId> ids(List<String> names) {
        return names.stream().filter(TerminalId::isValid).map(TerminalId::new).collect(Collectors.toSet());
    }
}
