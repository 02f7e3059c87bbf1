package org.yici.agent.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What the terminal's devices counted, over all sessions. */
final class DeviceCounts {
    private final Database database;

    private record Row(String device, String counter, long total) {}

    DeviceCounts(Database database) {
        this.database = database;
    }

    void add(String device, Map<String, Long> more) throws SQLException {
        for (Map.Entry<String, Long> count : more.entrySet()) {
            database.update(
                    "INSERT INTO device_counts (device, counter, total) VALUES (?, ?, ?)"
                            + " ON CONFLICT (device, counter) DO UPDATE SET total = total + excluded.total",
                    device,
                    count.getKey(),
                    count.getValue());
        }
    }

    /** By device and counter. */
    Map<String, Map<String, Long>> all() throws SQLException {
        Map<String, Map<String, Long>> all = new HashMap<>();
        database.query(
                        row -> new Row(row.getString(1), row.getString(2), row.getLong(3)),
                        "SELECT device, counter, total FROM device_counts")
                .forEach(row -> all.computeIfAbsent(row.device(), device -> new HashMap<>())
                        .put(row.counter(), row.total()));
        return all;
    }
}
