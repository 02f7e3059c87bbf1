package org.yici.admin.entry;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.entry.SessionEvent;

/** What happened in a terminal's sessions. */
public final class SessionEvents {
    private static final int EVENTS = 1000;
    private static final int EVENTS_OF_A_SESSION = 40;

    private final JdbcClient jdbc;

    public SessionEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest events of the terminal's latest sessions, in order of time. */
    public List<SessionEvent> ofLatestSessions(TerminalId terminal, int sessions) {
        return jdbc.sql(
                        """
                        with recent as (
                            select *, row_number() over (partition by session order by at desc, key desc) as place
                            from (select * from session_event where terminal = :terminal
                                  order by at desc, key desc limit :events) as newest),
                        latest as (
                            select session from recent group by session order by max(at) desc limit :sessions)
                        select session, code, level, numbers, at from recent
                        where place <= :ofSession and session in (select session from latest)
                        order by at, key
                        """)
                .param("events", EVENTS)
                .param("ofSession", EVENTS_OF_A_SESSION)
                .param("terminal", terminal.value())
                .param("sessions", sessions)
                .query((row, number) -> event(row))
                .list();
    }

    private static SessionEvent event(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new SessionEvent(
                row.getString("session"),
                row.getString("code"),
                SessionEvent.Level.valueOf(row.getString("level")),
                numbers(row.getString("numbers")),
                at);
    }

    @SuppressWarnings("unchecked") // written from Map<String, Long>
    private static Map<String, Long> numbers(String json) {
        try {
            Map<String, Number> numbers = Json.read(json.getBytes(StandardCharsets.UTF_8), Map.class);
            return numbers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                    .longValue()));
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("numbers of an event are not JSON", e);
        }
    }
}
