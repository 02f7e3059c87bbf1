package org.yici.admin.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.platform.NumberedCopy;
import org.yici.base.TerminalId;
import org.yici.contract.entry.PrintReport;

/** Keeps which copies went to which terminal and what became of them; never whose they are. */
public final class CopyStore {
    private final JdbcClient jdbc;

    public CopyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A copy as a terminal asked for it. */
    record Given(
            String copyId,
            TerminalId terminal,
            UUID idempotencyKey,
            byte[] fingerprint,
            String kind,
            String consent,
            Instant at) {}

    /** A copy as staff see it; {@code outcome} is empty while nobody has told what became of it. */
    public record Shown(
            String copyId,
            String title,
            int copyNumber,
            int sheets,
            Instant issuedAt,
            Optional<String> outcome,
            Optional<String> evidence,
            int sheetsOut,
            Optional<String> fault,
            Optional<Instant> outcomeAt) {}

    /** The fingerprint of the request that used this key. */
    Optional<byte[]> fingerprint(TerminalId terminal, UUID idempotencyKey) {
        return jdbc.sql("select request_fingerprint from certificate_copy where terminal = ? and idempotency_key = ?")
                .params(terminal.value(), idempotencyKey)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Adds the copy; one that is there stays as it is. */
    void add(Given given, NumberedCopy issued) {
        jdbc.sql(
                        """
                        insert into certificate_copy (copy_id, terminal, idempotency_key, request_fingerprint, kind, title,
                            certificate, copy_number, sheets, consent, issued_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        given.copyId(),
                        given.terminal().value(),
                        given.idempotencyKey(),
                        given.fingerprint(),
                        given.kind(),
                        issued.title(),
                        issued.certificate(),
                        issued.copyNumber(),
                        issued.sheets(),
                        given.consent(),
                        Timestamp.from(given.at()))
                .update();
    }

    /**
     * Notes what became of a copy. A later version under the same key wins, and so does another key's report of a later time.
     *
     * @return false if no such copy was given to this terminal
     */
    public boolean report(TerminalId terminal, UUID key, int version, PrintReport report) {
        jdbc.sql(
                        """
                        update certificate_copy set outcome = :outcome, evidence = :evidence, sheets_out = :sheets,
                            fault = :fault, session = :session, outcome_at = :at, outcome_key = :key,
                            outcome_version = :version
                        where copy_id = :copy and terminal = :terminal and (outcome is null
                            or (outcome_key = :key and outcome_version < :version)
                            or (outcome_key <> :key and outcome_at < :at))
                        """)
                .param("outcome", report.outcome().name())
                .param("evidence", report.evidence().orElse(null))
                .param("sheets", report.sheets())
                .param("fault", report.fault().orElse(null))
                .param("session", report.session())
                .param("at", Timestamp.from(report.at()))
                .param("key", key)
                .param("version", version)
                .param("copy", report.copyId())
                .param("terminal", terminal.value())
                .update();
        return jdbc.sql("select count(*) from certificate_copy where copy_id = ? and terminal = ?")
                        .params(report.copyId(), terminal.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** The latest copies of this terminal, the last one first. */
    public List<Shown> latest(TerminalId terminal, int most) {
        return jdbc.sql("select * from certificate_copy where terminal = ? order by issued_at desc limit ?")
                .params(terminal.value(), most)
                .query((row, number) -> shown(row))
                .list();
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                row.getString("copy_id"),
                row.getString("title"),
                row.getInt("copy_number"),
                row.getInt("sheets"),
                row.getTimestamp("issued_at").toInstant(),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("evidence")),
                row.getInt("sheets_out"),
                Optional.ofNullable(row.getString("fault")),
                Optional.ofNullable(row.getTimestamp("outcome_at")).map(Timestamp::toInstant));
    }
}
