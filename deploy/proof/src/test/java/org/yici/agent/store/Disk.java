package org.yici.agent.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a disk may do to a store that is open, as SQLite sees it. */
public final class Disk {
    private static final int NO_MORE_PAGES = 1;
    private static final int PLENTY = 100_000;

    private Disk() {}

    /** No page more (SQLite takes a limit below the present size for that), and no room for a print in those that are there. */
    public static void fills(AgentStore store, Path file) throws StoreException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            int pages = pages(statement);
            for (int row = 0; pages(statement) == pages; row++) {
                statement.execute("BEGIN IMMEDIATE");
                statement.execute(
                        "INSERT INTO intents (key, session, job_name, printer, sheets, remainder, state, kept_at)"
                                + " VALUES ('filler-" + row + "', 'filler', 'filler-" + row
                                + "', 'none', 1, zeroblob(120), 'CLOSED', '2026-11-22T08:00:00Z')");
                if (pages(statement) > pages) {
                    statement.execute("ROLLBACK");
                    break;
                }
                statement.execute("COMMIT");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        store.limitPages(NO_MORE_PAGES);
    }

    private static int pages(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA page_count")) {
            return row.getInt(1);
        }
    }

    public static void hasRoom(AgentStore store) throws StoreException {
        store.limitPages(PLENTY);
    }

    /** Every write is refused from now on, as on a file system that was mounted again read-only; or they are taken again. */
    public static void isReadOnly(AgentStore store, boolean on) throws StoreException {
        store.refuseWrites(on);
    }
}
