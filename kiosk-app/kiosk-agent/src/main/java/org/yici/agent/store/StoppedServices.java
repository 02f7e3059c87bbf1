package org.yici.agent.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Services that are offered to nobody on this terminal until staff release them. A release stays until it was told. */
final class StoppedServices {
    private final Database database;

    StoppedServices(Database database) {
        this.database = database;
    }

    /** Within a transaction; false if it was stopped before, which stays as it is. */
    boolean stop(String service, String code, UUID session, Instant now) throws SQLException {
        return database.update(
                        """
                        INSERT INTO stopped_services (service, code, session, stopped_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (service) DO UPDATE SET code = excluded.code, session = excluded.session,
                          stopped_at = excluded.stopped_at, released_at = NULL WHERE released_at IS NOT NULL""",
                        service,
                        code,
                        session.toString(),
                        now.toString())
                > 0;
    }

    /** Each with the code that says why. */
    Map<String, String> stopped() throws SQLException {
        Map<String, String> stopped = new LinkedHashMap<>();
        database.query(
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        "SELECT service, code FROM stopped_services WHERE released_at IS NULL ORDER BY service")
                .forEach(one -> stopped.put(one.getKey(), one.getValue()));
        return stopped;
    }

    /** Within a transaction; false if it is not stopped. */
    boolean release(String service, Instant now) throws SQLException {
        return database.update(
                        "UPDATE stopped_services SET released_at = ? WHERE service = ? AND released_at IS NULL",
                        now.toString(),
                        service)
                > 0;
    }

    /** Released and not told yet. */
    List<String> released() throws SQLException {
        return database.query(
                row -> row.getString(1), "SELECT service FROM stopped_services WHERE released_at IS NOT NULL");
    }

    /** Within a transaction. */
    void forget(String service) throws SQLException {
        database.update("DELETE FROM stopped_services WHERE service = ? AND released_at IS NOT NULL", service);
    }
}
