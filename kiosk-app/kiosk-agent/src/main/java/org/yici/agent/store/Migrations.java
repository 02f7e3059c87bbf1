package org.yici.agent.store;

import java.sql.SQLException;
import java.util.List;
import org.yici.agent.store.StoreException.Reason;

/**
 * Brings a store to the version of this program, one commit a version. {@code user_version} says which it has; {@code application_id}
 * that it is ours. Steps are never changed once released; a later form is a further step.
 */
final class Migrations {
    /** "Yici" in ASCII. */
    private static final int APPLICATION = 0x59696369;

    private static final List<List<String>> STEPS = List.of(
            List.of(
                    """
            CREATE TABLE outbox (
              key TEXT NOT NULL,
              version INTEGER NOT NULL,
              kind TEXT NOT NULL,
              entry BLOB NOT NULL,
              kept_at TEXT NOT NULL,
              PRIMARY KEY (key, version))""",
                    """
            CREATE TABLE intents (
              key TEXT PRIMARY KEY,
              session TEXT NOT NULL,
              job_name TEXT NOT NULL,
              printer TEXT NOT NULL,
              sheets INTEGER NOT NULL,
              remainder BLOB NOT NULL,
              state TEXT NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
              outcome TEXT,
              kept_at TEXT NOT NULL,
              closed_at TEXT)""",
                    "CREATE INDEX intents_by_job ON intents (job_name)",
                    """
            CREATE TABLE journal (
              seq INTEGER PRIMARY KEY AUTOINCREMENT,
              session TEXT NOT NULL,
              slot INTEGER NOT NULL,
              code TEXT NOT NULL,
              level TEXT NOT NULL,
              numbers TEXT NOT NULL,
              at TEXT NOT NULL)""",
                    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
            List.of(
                    """
            CREATE TABLE device_counts (
              device TEXT NOT NULL,
              counter TEXT NOT NULL,
              total INTEGER NOT NULL,
              session TEXT NOT NULL,
              of_session INTEGER NOT NULL,
              PRIMARY KEY (device, counter)) WITHOUT ROWID"""),
            List.of(
                    """
            CREATE TABLE stopped_services (
              service TEXT PRIMARY KEY,
              code TEXT NOT NULL,
              session TEXT NOT NULL,
              stopped_at TEXT NOT NULL,
              released_at TEXT) WITHOUT ROWID"""));

    /** The version that this program reads and writes. */
    static final int VERSION = STEPS.size();

    private Migrations() {}

    /** Refuses what is another program's, or a later one's; changes nothing. */
    static void requireOurs(Database database) throws StoreException {
        long version = database.read("reading its version", () -> database.number("PRAGMA user_version"));
        long tables = database.read("reading its tables", () -> database.number("SELECT count(*) FROM sqlite_schema"));
        long application = database.read("reading its owner", () -> database.number("PRAGMA application_id"));
        if (tables > 0 && application != APPLICATION) {
            throw new StoreException(Reason.DAMAGED, database.file(), "it is a database of another program");
        }
        if (version > VERSION) {
            throw new StoreException(
                    Reason.NEWER,
                    database.file(),
                    "it has version " + version + " and this program knows versions up to " + VERSION
                            + "; install the newer program again");
        }
    }

    static void run(Database database) throws StoreException {
        long version = database.read("reading its version", () -> database.number("PRAGMA user_version"));
        for (int step = (int) version; step < VERSION; step++) {
            int next = step;
            database.commit("migrating to version " + (step + 1), () -> apply(database, next));
        }
    }

    private static int apply(Database database, int step) throws SQLException {
        for (String statement : STEPS.get(step)) {
            database.execute(statement);
        }
        database.execute("PRAGMA application_id = " + APPLICATION);
        database.execute("PRAGMA user_version = " + (step + 1));
        return step + 1;
    }
}
