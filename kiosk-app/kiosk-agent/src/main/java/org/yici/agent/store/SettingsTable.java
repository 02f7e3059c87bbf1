package org.yici.agent.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Single values that outlive the program. */
final class SettingsTable {
    private final Database database;

    SettingsTable(Database database) {
        this.database = database;
    }

    Optional<String> get(String name) throws SQLException {
        return database.query(row -> row.getString(1), "SELECT value FROM settings WHERE name = ?", name).stream()
                .findFirst();
    }

    void put(String name, String value) throws SQLException {
        database.update(
                "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value);
    }

    void remove(String name) throws SQLException {
        database.update("DELETE FROM settings WHERE name = ?", name);
    }

    /** Keeps the later of the two. */
    void putLater(String name, Instant value) throws SQLException {
        Optional<Instant> before = get(name).map(Instant::parse);
        if (before.isEmpty() || before.get().isBefore(value)) {
            put(name, value.toString());
        }
    }
}
