package org.yici.agent.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;

/** Entries that the centre has not recorded yet, in the order in which they were kept. */
final class Outbox {
    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /** Within a transaction. The same content under the same key and version changes nothing. */
    StoreResult keep(Entry entry, Instant now) throws SQLException {
        byte[] json = Json.write(entry);
        OutboxRow row = new OutboxRow(entry.header().key(), entry.header().version());
        Optional<byte[]> there = content(row);
        if (there.isPresent()) {
            return Arrays.equals(there.get(), json) ? StoreResult.KEPT : StoreResult.CONFLICT;
        }
        database.update(
                "INSERT INTO outbox (key, version, kind, entry, kept_at) VALUES (?, ?, ?, ?, ?)",
                row.key().toString(),
                row.version(),
                entry.header().kind(),
                json,
                now.toString());
        return StoreResult.KEPT;
    }

    Optional<byte[]> content(OutboxRow row) throws SQLException {
        return database
                .query(
                        found -> found.getBytes(1),
                        "SELECT entry FROM outbox WHERE key = ? AND version = ?",
                        row.key().toString(),
                        row.version())
                .stream()
                .findFirst();
    }

    /** The first rows to send: of each key the lowest version alone, and none longer than the broker takes. */
    List<OutboxRow> first(int rows, long longest) throws SQLException {
        return database.query(
                found -> new OutboxRow(UUID.fromString(found.getString(1)), found.getInt(2)),
                """
                SELECT key, version FROM outbox AS row
                WHERE length(entry) <= ?
                  AND NOT EXISTS (SELECT 1 FROM outbox WHERE key = row.key AND version < row.version)
                ORDER BY rowid LIMIT ?""",
                longest,
                rows);
    }

    long longerThan(long longest) throws SQLException {
        return database.number("SELECT count(*) FROM outbox WHERE length(entry) > ?", longest);
    }

    long rows() throws SQLException {
        return database.number("SELECT count(*) FROM outbox");
    }

    boolean remove(OutboxRow row) throws SQLException {
        return database.update(
                        "DELETE FROM outbox WHERE key = ? AND version = ?",
                        row.key().toString(),
                        row.version())
                > 0;
    }
}
