package org.yici.admin.health;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.message.Health;
import org.yici.contract.message.Stamp;

/** Keeps the state of each terminal. */
public final class StateStore {
    private final JdbcClient jdbc;

    public StateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<TerminalState> find(TerminalId terminal) {
        return jdbc.sql("select * from terminal_state where terminal = ?")
                .param(terminal.value())
                .query((row, number) -> state(row))
                .optional();
    }

    /** To be called in a transaction that holds the terminal: what was read before is what is replaced. */
    void put(TerminalId terminal, TerminalState state) {
        jdbc.sql(
                        """
                        insert into terminal_state
                            (terminal, watch, connection, sequence, online, since, clean, heard_at, software, condition)
                        values (:terminal, :watch, :connection, :sequence, :online, :since, :clean, :heard, :software, :condition::jsonb)
                        on conflict (terminal) do update set watch = excluded.watch, connection = excluded.connection,
                            sequence = excluded.sequence, online = excluded.online, since = excluded.since,
                            clean = excluded.clean, heard_at = excluded.heard_at, software = excluded.software,
                            condition = excluded.condition
                        """)
                .param("terminal", terminal.value())
                .param("watch", state.watch())
                .param("connection", state.stamp().connection())
                .param("sequence", state.stamp().sequence())
                .param("online", state.online())
                .param("since", Timestamp.from(state.since()))
                .param("clean", state.clean())
                .param("heard", Timestamp.from(state.heardAt()))
                .param("software", state.software().orElse(null))
                .param("condition", state.condition().map(StateStore::json).orElse(null))
                .update();
    }

    /** Shows the terminal offline, whatever it said: nothing of it is heard any more. */
    public void end(TerminalId terminal, Instant now) {
        jdbc.sql("update terminal_state set online = false, clean = false, since = ? where terminal = ? and online")
                .params(Timestamp.from(now), terminal.value())
                .update();
    }

    /** Forgets the terminal's state: a machine that was enrolled anew begins to count its connections anew. */
    public void forget(TerminalId terminal) {
        jdbc.sql("delete from terminal_state where terminal = ?")
                .param(terminal.value())
                .update();
    }

    /** The watches that last; what was heard in another one is unknown. */
    public Set<Integer> liveWatches() {
        return new HashSet<>(jdbc.sql(
                        """
                        select objid::bigint::int from pg_locks
                        where locktype = 'advisory' and granted and classid::bigint = ?
                            and database = (select oid from pg_database where datname = current_database())
                        """)
                .param(Watch.LOCK_CLASS)
                .query(Integer.class)
                .list());
    }

    private static TerminalState state(ResultSet row) throws SQLException {
        return new TerminalState(
                row.getInt("watch"),
                new Stamp(row.getLong("connection"), row.getLong("sequence")),
                row.getBoolean("online"),
                instant(row, "since"),
                row.getBoolean("clean"),
                instant(row, "heard_at"),
                Optional.ofNullable(row.getString("software")),
                Optional.ofNullable(row.getString("condition")).flatMap(StateStore::condition));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static String json(Health.Condition condition) {
        return new String(Json.write(condition), StandardCharsets.UTF_8);
    }

    private static Optional<Health.Condition> condition(String json) {
        try {
            return Optional.of(Json.read(json.getBytes(StandardCharsets.UTF_8), Health.Condition.class));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
