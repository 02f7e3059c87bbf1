package org.yici.admin.terminal;

import java.math.BigInteger;
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

    /** What a terminal is to the service. */
    enum Standing {
        ENROLLED,
        REVOKED,
        UNKNOWN
    }

    /** Keeps others from changing the terminal, and from locking it, until the transaction ends. */
    Standing lock(TerminalId id) {
        return jdbc.sql("select revoked_at is not null from terminal where id = ? for no key update")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .map(revoked -> revoked ? Standing.REVOKED : Standing.ENROLLED)
                .orElse(Standing.UNKNOWN);
    }

    /** All of them, by name. */
    public List<Terminal> all() {
        return jdbc.sql("select * from terminal order by name, id")
                .query((row, number) -> terminal(row))
                .list();
    }

    /**
     * Adds the terminal, or gives a known one its new name, reader and certificate; its own limits stay, a revocation ends with the
     * certificate that it was for.
     */
    public void enrol(Terminal terminal, String certificateSha256, Instant certificateUntil) {
        end(terminal.id(), terminal.enrolledAt(), RevokedCertificate.Reason.SUPERSEDED);
        jdbc.sql(
                        """
                        insert into terminal (id, name, safe_module, certificate_serial, certificate_sha256, certificate_until, enrolled_at)
                        values (:id, :name, :module, :serial, :sha256, :until, :at)
                        on conflict (id) do update set name = excluded.name, safe_module = excluded.safe_module,
                            certificate_serial = excluded.certificate_serial,
                            certificate_sha256 = excluded.certificate_sha256,
                            certificate_until = excluded.certificate_until, enrolled_at = excluded.enrolled_at,
                            revoked_at = null
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

    /** Ends what the terminal's certificate is good for, at once. False if there is no such terminal, or it was revoked before. */
    public boolean revoke(TerminalId id, Instant now) {
        boolean revoked = jdbc.sql("update terminal set revoked_at = ? where id = ? and revoked_at is null")
                        .params(Timestamp.from(now), id.value())
                        .update()
                == 1;
        if (revoked) {
            end(id, now, RevokedCertificate.Reason.REVOKED);
        }
        return revoked;
    }

    private void end(TerminalId id, Instant now, RevokedCertificate.Reason reason) {
        jdbc.sql(
                        """
                        insert into revoked_certificate (serial, terminal, revoked_at, until, reason)
                        select certificate_serial, id, :at, certificate_until, :reason from terminal where id = :id
                        on conflict (serial) do nothing
                        """)
                .param("at", Timestamp.from(now))
                .param("reason", reason.name())
                .param("id", id.value())
                .update();
    }

    /** The certificates that are not good any more though their time has not run out. */
    public List<RevokedCertificate> revoked(Instant now) {
        return jdbc.sql(
                        "select serial, revoked_at, reason from revoked_certificate where until > ? order by revoked_at")
                .param(Timestamp.from(now))
                .query((row, number) -> new RevokedCertificate(
                        new BigInteger(row.getString(1), 16),
                        row.getTimestamp(2).toInstant(),
                        RevokedCertificate.Reason.valueOf(row.getString(3))))
                .list();
    }

    /** Since when the terminal has a certificate that ended and that the broker has not been seen to refuse; empty if it has none. */
    public Optional<Instant> notInForceSince(TerminalId id, Instant now) {
        return jdbc.sql(
                        """
                        select revoked_at from revoked_certificate
                        where terminal = ? and in_force_at is null and until > ? order by revoked_at limit 1
                        """)
                .params(id.value(), Timestamp.from(now))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private static Terminal terminal(ResultSet row) throws SQLException {
        return new Terminal(
                new TerminalId(row.getString("id")),
                row.getString("name"),
                row.getString("safe_module"),
                row.getString("certificate_serial"),
                row.getTimestamp("enrolled_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("requests_per_hour", Integer.class)),
                Optional.ofNullable(row.getString("hours")).map(Hours::parse));
    }
}
