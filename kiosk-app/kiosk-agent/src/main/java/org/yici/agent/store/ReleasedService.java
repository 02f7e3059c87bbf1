package org.yici.agent.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.yici.agent.store.StoreException.Reason;

/** What a command of staff does to the store of an agent that runs or does not. Each call is one short connection of its own. */
public final class ReleasedService {
    private ReleasedService() {}

    /** Stopped services, each with the code that says why. */
    public static Map<String, String> stoppedIn(Path store) throws StoreException {
        try (Database database = open(store)) {
            return database.read("reading what is stopped", () -> new StoppedServices(database).stopped());
        }
    }

    /** Releases a service; false if it is not stopped. When this returns, the commit is on disk. */
    public static boolean release(Path store, String service, Instant now) throws StoreException {
        try (Database database = open(store)) {
            return database.commit("releasing " + service, () -> new StoppedServices(database).release(service, now));
        }
    }

    private static Database open(Path store) throws StoreException {
        Database database = Database.open(store);
        try {
            database.read("waiting for the agent", () -> {
                database.execute("PRAGMA busy_timeout = 10000");
                database.execute("PRAGMA synchronous = FULL");
                return true;
            });
            Migrations.requireOurs(database);
            long version = database.read("reading its version", () -> database.number("PRAGMA user_version"));
            if (version < Migrations.VERSION) {
                throw new StoreException(
                        Reason.FAILED, store, "it has an older form; start this version's agent once, then try again");
            }
            return database;
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }
}
