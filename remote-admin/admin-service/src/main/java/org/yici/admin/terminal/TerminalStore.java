package org.yici.admin.terminal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;

/** Keeps the enrolled terminals. */
public final class TerminalStore {
    private final JdbcClient jdbc;

    public TerminalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Terminal> find(TerminalId id) {
        return jdbc.sql("select * from terminal where id = ?")
                .param(id.value())
                .query((row, number) -> terminal(row))
                .optional();
    }

    /** All of them, by name. */
    public List<Terminal> all() {
        return jdbc.sql("select * from terminal order by name, id")
                .query((row, number) -> terminal(row))
                .list();
    }

    /** Adds the terminal, or gives a known one its new name, reader and certificate; its own limits stay. */
    public void enrol(Terminal terminal, String certificateSha256, Instant certificateUntil) {
        jdbc.sql(
                        """
                        insert into terminal (id, name, safe_module, certificate_serial, certificate_sha256, certificate_until, enrolled_at)
                        values (:id, :name, :module, :serial, :sha256, :until, :at)
                        on conflict (id) do update set name = excluded.name, safe_module = excluded.safe_module,
                            certificate_serial = excluded.certificate_serial,
                            certificate_sha256 = excluded.certificate_sha256,
                            certificate_until = excluded.certificate_until, enrolled_at = excluded.enrolled_at
                        """)
                .param("id", terminal.id().value())
                .param("name", terminal.name())
                .param("module", terminal.safeModule())
                .param("serial", terminal.certificateSerial())
                .param("sha256", certificateSha256)
                .param("until", Timestamp.from(certificateUntil))
                .param("at", Timestamp.from(terminal.enrolledAt()))
                .update();
    }

    private static Terminal terminal(ResultSet row) throws SQLException {
        return new Terminal(
                new TerminalId(row.getString("id")),
                row.getString("name"),
                row.getString("safe_module"),
                row.getString("certificate_serial"),
                row.getTimestamp("enrolled_at").toInstant(),
                Optional.ofNullable(row.getObject("requests_per_hour", Integer.class)),
                Optional.ofNullable(row.getString("hours")).map(Hours::parse));
    }
}
