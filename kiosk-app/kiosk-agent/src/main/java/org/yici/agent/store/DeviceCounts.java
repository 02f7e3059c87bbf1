package org.yici.agent.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the terminal's devices counted, over all sessions. Each session counts from nothing; how much of the last one is in the sum already
 * stands beside it, so that a session which tells the same to a restarted agent is not counted twice.
 */
final class DeviceCounts {
    private static final String ADD =
            """
            INSERT INTO device_counts (device, counter, total, session, of_session) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (device, counter) DO UPDATE SET
              total = total + excluded.of_session - CASE WHEN session = excluded.session THEN of_session ELSE 0 END,
              session = excluded.session,
              of_session = excluded.of_session
            WHERE session <> excluded.session OR of_session < excluded.of_session""";

    private final Database database;

    private record Count(String counter, long total) {}

    DeviceCounts(Database database) {
        this.database = database;
    }

    /** {@code session} has counted so much so far. */
    void told(UUID session, String device, Map<String, Long> counts) throws SQLException {
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            long number = count.getValue();
            database.update(ADD, device, count.getKey(), number, session.toString(), number);
        }
    }

    Map<String, Long> totals(String device) throws SQLException {
        List<Count> counts = database.query(
                row -> new Count(row.getString(1), row.getLong(2)),
                "SELECT counter, total FROM device_counts WHERE device = ?",
                device);
        return counts.stream().collect(Collectors.toMap(Count::counter, Count::total));
    }
}
