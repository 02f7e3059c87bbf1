package org.yici.admin.broker;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** One instance keeps the revocation list, the others stand by: a lock in the database, which ends with its connection. */
final class RevocationLease implements AutoCloseable {
    private static final int LOCK_CLASS = 0x7963726c;

    private final Connection connection;

    private RevocationLease(Connection connection) {
        this.connection = connection;
    }

    /** Empty if another instance has it. */
    static Optional<RevocationLease> take(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(true);
            if (ask(connection, "select pg_try_advisory_lock(" + LOCK_CLASS + ", 0)")) {
                return Optional.of(new RevocationLease(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Whether the database still holds the lock; asks it. */
    boolean isHeld() {
        try {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(" + LOCK_CLASS + ", 0)");
        } catch (SQLException e) {
            // The connection is gone, and the lock with it.
            return;
        }
    }
}
