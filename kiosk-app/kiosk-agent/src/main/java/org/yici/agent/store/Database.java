package org.yici.agent.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.yici.agent.store.StoreException.Reason;

/** One connection to SQLite: transactions, statements, and its errors in our words. Of one thread. */
final class Database implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database open(Path file) throws StoreException {
        try {
            return new Database(file, DriverManager.getConnection("jdbc:sqlite:" + file));
        } catch (SQLException e) {
            throw failed(file, "opening the store", e);
        }
    }

    /** One that is gone when it is closed. */
    static Database inMemory() throws StoreException {
        Path name = Path.of(":memory:");
        return open(name);
    }

    Path file() {
        return file;
    }

    /** Runs {@code work} and commits; nothing of it remains if it throws. When this returns, the commit is on disk. */
    <T> T commit(String attempted, Work<T> work) throws StoreException {
        try {
            execute("BEGIN IMMEDIATE");
            try {
                T result = work.run();
                execute("COMMIT");
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw failed(file, attempted, e);
        }
    }

    /** Runs {@code work} and takes it back; only whether it could be done counts. */
    <T> void tryOut(String attempted, Work<T> work) throws StoreException {
        try {
            execute("BEGIN IMMEDIATE");
            try {
                work.run();
                execute("ROLLBACK");
            } catch (SQLException | RuntimeException e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw failed(file, attempted, e);
        }
    }

    /** After some errors, a full disk among them, SQLite has rolled back by itself and refuses to do it twice. */
    private void rollBack(Exception cause) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Reads outside of a transaction. */
    <T> T read(String attempted, Work<T> work) throws StoreException {
        try {
            return work.run();
        } catch (SQLException e) {
            throw failed(file, attempted, e);
        }
    }

    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(Row<T> row, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet found = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row.read(found));
            }
            return rows;
        }
    }

    long number(String sql, Object... values) throws SQLException {
        return query(row -> row.getLong(1), sql, values).get(0);
    }

    /** Runs one statement of SQL as it stands. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String text(String sql) throws SQLException {
        return query(row -> row.getString(1), sql).get(0);
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws StoreException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(file, "closing the store", e);
        }
    }

    private static StoreException failed(Path file, String attempted, SQLException cause) {
        return new StoreException(reason(cause), file, attempted, cause);
    }

    /** SQLite's result codes (sqlite.org/rescode.html); the low byte of an extended code is the primary one. */
    private static Reason reason(SQLException cause) {
        int primary = cause instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return Reason.FULL;
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code
                || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || primary == SQLiteErrorCode.SQLITE_PERM.code) {
            return Reason.READ_ONLY;
        }
        boolean damaged =
                primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
        return damaged ? Reason.DAMAGED : Reason.FAILED;
    }

    /** Statements that belong together. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** One row of a result as a value. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
