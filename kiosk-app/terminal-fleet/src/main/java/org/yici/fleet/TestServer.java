package org.yici.fleet;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.UUID;
import org.yici.base.TerminalId;

/** The centre's database: terminals are enrolled and copies issued there by hand, entries counted. One thread. */
final class TestServer implements AutoCloseable {
    private final Connection database;

    TestServer(FleetFolders ground) throws SQLException {
        database = DriverManager.getConnection(
                "jdbc:postgresql://" + ground.database() + "/yici", "yici", ground.databasePassword());
    }

    void enrol(FleetCertificates.Identity identity) throws SQLException, GeneralSecurityException {
        X509Certificate certificate = identity.certificate();
        try (PreparedStatement insert = database.prepareStatement(
                """
                insert into terminal
                    (id, name, safe_module, certificate_serial, certificate_sha256, certificate_until, enrolled_at)
                values (?, ?, '05.03-20260101-000000001-000000002', ?, ?, ?, now())
                """)) {
            insert.setString(1, identity.terminal().value());
            insert.setString(2, identity.terminal().value());
            insert.setString(3, certificate.getSerialNumber().toString(16));
            insert.setString(4, sha256(certificate));
            insert.setTimestamp(5, Timestamp.from(certificate.getNotAfter().toInstant()));
            insert.executeUpdate();
        }
    }

    private static String sha256(X509Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    /** A copy of this terminal's, so that a report about it is understood. */
    void issue(TerminalId terminal, String copy) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                """
                insert into certificate_copy (copy_id, terminal, idempotency_key, request_fingerprint, kind, title, certificate,
                                              copy_number, sheets, consent, issued_at)
                values (?, ?, ?, '\\x00', 'measure', 'measure', 'measure', 1, 1, 'measure', now())
                """)) {
            insert.setString(1, copy);
            insert.setString(2, terminal.value());
            insert.setObject(3, UUID.randomUUID());
            insert.executeUpdate();
        }
    }

    /** Entries of terminals whose id begins with {@code prefix}, recorded and quarantined. */
    long[] entries(String prefix) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) filter (where result = 'RECORDED'), count(*) filter (where result <> 'RECORDED')"
                                + " from entry where terminal like '" + prefix + "%'")) {
            rows.next();
            return new long[] {rows.getLong(1), rows.getLong(2)};
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
