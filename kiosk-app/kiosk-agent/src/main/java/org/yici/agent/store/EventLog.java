package org.yici.agent.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.TreeMap;
import org.yici.contract.Json;

/** What happened on this terminal, in closed words and numbers; the newest lines alone are kept. */
final class EventLog {
    private final Database database;

    EventLog(Database database) {
        this.database = database;
    }

    /** Within a transaction. */
    void add(EventLogLine line) throws SQLException {
        String numbers = new String(Json.write(new TreeMap<>(line.event().numbers())), StandardCharsets.UTF_8);
        database.update(
                "INSERT INTO journal (session, slot, code, level, numbers, at) VALUES (?, ?, ?, ?, ?, ?)",
                line.event().session(),
                line.slot(),
                line.event().code(),
                line.event().level().name(),
                numbers,
                line.event().at().toString());
    }

    void keepNewest(long lines) throws SQLException {
        database.update("DELETE FROM journal WHERE seq <= (SELECT max(seq) FROM journal) - ?", lines);
    }

    long lines(String code) throws SQLException {
        return database.number("SELECT count(*) FROM journal WHERE code = ?", code);
    }
}
