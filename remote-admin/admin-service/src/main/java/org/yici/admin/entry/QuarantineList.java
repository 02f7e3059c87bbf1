package org.yici.admin.entry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;

/** The entries that wait for a look by staff. */
public final class QuarantineList {
    private final JdbcClient jdbc;

    public QuarantineList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reason a name of {@link Quarantine}, or {@code OTHER_CONTENT} for a key that was used twice */
    public record Item(UUID key, int version, String kind, String reason, Instant receivedAt) {}

    /** A terminal's, the latest first. */
    public List<Item> of(TerminalId terminal, int most) {
        return jdbc.sql(
                        """
                        select key, version, kind, reason, received_at from entry
                        where terminal = :terminal and result = 'QUARANTINED'
                        union all
                        select key, version, '', 'OTHER_CONTENT', received_at from entry_conflict
                        where terminal = :terminal
                        order by received_at desc limit :most
                        """)
                .param("terminal", terminal.value())
                .param("most", most)
                .query((row, number) -> new Item(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }
}
