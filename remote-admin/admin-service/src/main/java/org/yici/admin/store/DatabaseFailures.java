package org.yici.admin.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a database that is lost from a statement that failed, by SQLSTATE (PostgreSQL, appendix A). A database is lost when nobody's data
 * can be stored; anything else is the own trouble of the statement, and of the message that it was for. Thread-safe.
 */
public final class DatabaseFailures {
    private static final int ANSWER_WITHIN_SECONDS = 2;

    /** Connection exceptions: of this connection, or of all. */
    private static final Set<String> CONNECTION = Set.of("08", "57P");

    /** Insufficient resources (disk full) and system errors: the next statement fails as this one did. */
    private static final Set<String> NOBODY_CAN_WRITE = Set.of("53", "58", "25006");

    /** Rolled back for another transaction's sake, lock not available, cancelled. */
    private static final Set<String> TRANSIENT = Set.of("40", "55P03", "57014");

    private final DataSource database;

    public DatabaseFailures(DataSource database) {
        this.database = database;
    }

    /** Whether nobody's data can be stored now; asks the database when the failure alone does not tell. Blocks for seconds at most. */
    public boolean isLost(Throwable failure) {
        Optional<String> state = state(failure);
        if (isOneOf(state, NOBODY_CAN_WRITE)) {
            return true;
        }
        return isOneOf(state, CONNECTION) && !answers();
    }

    /** Whether the work was interrupted while it waited for a connection: whoever asked for it does not want it any more. */
    public static boolean isInterrupted(Throwable failure) {
        for (Throwable cause = origin(failure); cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the failure is none of what was to be stored, and may be over at another time: lost, transient, or no connection free. */
    public static boolean mayPass(Throwable failure) {
        return isTransient(failure) || isOneOf(state(failure), NOBODY_CAN_WRITE);
    }

    /** Whether the same statement may succeed when it is tried again at once. */
    public static boolean isTransient(Throwable failure) {
        Optional<String> state = state(failure);
        return isOneOf(state, TRANSIENT) || isOneOf(state, CONNECTION) || isPoolBusy(failure);
    }

    /** All connections were in use for as long as the pool waits: HikariCP then names no state. */
    private static boolean isPoolBusy(Throwable failure) {
        SQLException cause = sqlException(failure);
        return cause instanceof SQLTransientConnectionException && cause.getSQLState() == null;
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(ANSWER_WITHIN_SECONDS);
        } catch (SQLException e) {
            // All connections in use says nothing against the database; the watch is asked every few seconds all the
            // same.
            return isPoolBusy(e);
        }
    }

    private static boolean isOneOf(Optional<String> state, Set<String> prefixes) {
        return state.filter(known -> prefixes.stream().anyMatch(known::startsWith))
                .isPresent();
    }

    private static Optional<String> state(Throwable failure) {
        return Optional.ofNullable(sqlException(failure)).map(SQLException::getSQLState);
    }

    /** Where the rollback failed too, what the rollback was for. */
    private static Throwable origin(Throwable failure) {
        return failure instanceof TransactionSystemException rollback && rollback.getOriginalException() != null
                ? rollback.getOriginalException()
                : failure;
    }

    private static @Nullable SQLException sqlException(Throwable failure) {
        for (Throwable cause = origin(failure); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
