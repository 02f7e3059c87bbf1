package org.yici.admin.health;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One unbroken time of listening to the broker. Its number goes beside each state that was heard in it, and a lock in the database
 * lasts as long as it does: when the instance ends, in whatever way, the database lets the lock go, and what was heard in this watch
 * is unknown again, since a death could have been missed.
 */
public final class Watch implements AutoCloseable {
    /** First key of the advisory locks of watches. */
    static final int LOCK_CLASS = 0x79696369;

    private final Connection connection;
    private final int number;

    private Watch(Connection connection, int number) {
        this.connection = connection;
        this.number = number;
    }

    /** Opens a watch on a connection of its own. */
    public static Watch open(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(true);
            int number = (int) ask(connection, "select nextval('watch')");
            ask(connection, "select 1 from pg_advisory_lock(" + LOCK_CLASS + ", " + number + ")");
            return new Watch(connection, number);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static long ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    public int number() {
        return number;
    }

    /** Whether the database still holds the lock; asks it. */
    public boolean isHeld() {
        try {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(" + LOCK_CLASS + ", " + number + ")::int");
        } catch (SQLException e) {
            // The connection is gone, and the lock with it.
            return;
        }
    }
}
