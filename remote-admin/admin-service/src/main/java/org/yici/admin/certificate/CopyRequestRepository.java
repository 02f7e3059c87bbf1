package org.yici.admin.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;

/** Keeps which copies were asked for at the platform while it is not known what became of it; never for whom. */
final class CopyRequestRepository {
    private final JdbcClient jdbc;

    CopyRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A request that is open.
     *
     * @param fingerprint of the request that opened it
     * @param repeats how often it was repeated since
     */
    record Entry(byte[] fingerprint, int repeats) {
        boolean isFirst() {
            return repeats == 0;
        }
    }

    /** A request that nobody closed, and how often it was repeated. */
    record Open(CopyStore.Given given, int repeats) {}

    /** Opens the request, or counts a repeat of the one that is open under its key. */
    Entry open(CopyStore.Given given) {
        return jdbc.sql(
                        """
                        insert into copy_request (copy_id, terminal, idempotency_key, request_fingerprint, kind, consent,
                            requested_at, repeats)
                        values (?, ?, ?, ?, ?, ?, ?, 0)
                        on conflict (terminal, idempotency_key) do update set
                            repeats = copy_request.repeats + 1, requested_at = excluded.requested_at
                        returning request_fingerprint, repeats
                        """)
                .params(
                        given.copyId(),
                        given.terminal().value(),
                        given.idempotencyKey(),
                        given.fingerprint(),
                        given.kind(),
                        given.consent(),
                        Timestamp.from(given.at()))
                .query((row, number) -> new Entry(row.getBytes(1), row.getInt(2)))
                .single();
    }

    /** Closes the request: its copy is noted. */
    void close(String copyId) {
        jdbc.sql("delete from copy_request where copy_id = ?").param(copyId).update();
    }

    /** Closes a request of which nothing came, unless it was repeated meanwhile, for a repeat may still bring a copy. */
    void closeUnlessRepeated(String copyId, int repeats) {
        jdbc.sql("delete from copy_request where copy_id = ? and repeats = ?")
                .params(copyId, repeats)
                .update();
    }

    /** Requests that were neither made nor looked after since {@code before}, those of longest ago first. */
    List<Open> openSince(Instant before, int most) {
        return jdbc.sql(
                        """
                        select * from copy_request where greatest(requested_at, looked_at) < ?
                        order by greatest(requested_at, looked_at) limit ?
                        """)
                .params(Timestamp.from(before), most)
                .query((row, number) -> open(row))
                .list();
    }

    /** Notes that somebody looked after the request. */
    void looked(String copyId, Instant at) {
        jdbc.sql("update copy_request set looked_at = ? where copy_id = ?")
                .params(Timestamp.from(at), copyId)
                .update();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                new CopyStore.Given(
                        row.getString("copy_id"),
                        new TerminalId(row.getString("terminal")),
                        row.getObject("idempotency_key", UUID.class),
                        row.getBytes("request_fingerprint"),
                        row.getString("kind"),
                        row.getString("consent"),
                        row.getTimestamp("requested_at").toInstant()),
                row.getInt("repeats"));
    }
}
