package org.yici.endurance.entry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the centre's database holds, asked past the service; and what the sweep adds to it before it begins: triggers that tell when the service
 * files an entry and in which order entries came to stay, and the copies that terminals report on.
 */
public final class CentreRows {
    private static final List<String> PREPARATION = List.of(
            "create schema sweep",
            """
            create table sweep.arrival (
                number bigint generated always as identity, key uuid, version integer, primary key (key, version))""",
            """
            create function sweep.tried() returns trigger language plpgsql as $$
            begin raise notice 'sweep % %', new.key, new.version; return new; end $$""",
            """
            create function sweep.arrived() returns trigger language plpgsql as $$
            begin insert into sweep.arrival (key, version) values (new.key, new.version); return null; end $$""",
            "create trigger tried before insert on entry for each row execute function sweep.tried()",
            "create trigger arrived after insert on entry for each row execute function sweep.arrived()");

    private final Source source;

    /** Where connections come from. */
    @FunctionalInterface
    public interface Source {
        Connection connect() throws SQLException;
    }

    public CentreRows(Source source) {
        this.source = source;
    }

    /** One entry as it is filed. */
    public record Filed(UUID key, int version, String terminal, String kind, String result, Optional<Long> arrival) {}

    /** What became of a copy: which version of which entry told it last. */
    public record Outcome(UUID key, int version, String word) {}

    public void prepare() throws SQLException {
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : PREPARATION) {
                statement.execute(sql);
            }
        }
    }

    /** Puts copies of a terminal there, as if they had been issued, numbered from 1. */
    public void addCopies(String terminal, int number) throws SQLException {
        try (Connection connection = source.connect();
                PreparedStatement statement = connection.prepareStatement(
                        """
                        insert into certificate_copy (copy_id, terminal, idempotency_key, request_fingerprint, kind, title,
                            certificate, copy_number, sheets, consent, issued_at)
                        select 'sweep-' || ? || '-' || n, ?, gen_random_uuid(), '', 'sweep', 'sweep', 'sweep', n, 1, '1', now()
                        from generate_series(1, ?) n""")) {
            statement.setString(1, terminal);
            statement.setString(2, terminal);
            statement.setInt(3, number);
            statement.executeUpdate();
        }
    }

    /** Whether this entry is committed. */
    public boolean has(UUID key, int version) throws SQLException {
        return number("select count(*) from entry where key = '" + key + "' and version = " + version) == 1;
    }

    public List<Filed> entries() throws SQLException {
        return list(
                """
                select entry.key, entry.version, terminal, kind, result, number
                from entry left join sweep.arrival using (key, version)""",
                row -> new Filed(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Optional.ofNullable(row.getObject(6, Long.class))));
    }

    /** By copy id, the copies of which an outcome is known. */
    public Map<String, Outcome> outcomes() throws SQLException {
        Map<String, Outcome> outcomes = new HashMap<>();
        list(
                """
                select copy_id, outcome_key, outcome_version, outcome from certificate_copy
                where outcome is not null""",
                row -> outcomes.put(
                        row.getString(1), new Outcome(row.getObject(2, UUID.class), row.getInt(3), row.getString(4))));
        return outcomes;
    }

    /** Copies given under this request's key and this id. */
    public long copies(UUID idempotencyKey, String copyId) {
        try {
            return number("select count(*) from certificate_copy where idempotency_key = '" + idempotencyKey
                    + "' and copy_id = '" + copyId + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies that were given over HTTPS, not by {@link #addCopies}. */
    public long copiesGiven() throws SQLException {
        return number("select count(*) from certificate_copy where kind <> 'sweep'");
    }

    /** The same key and version with other content. */
    public long conflicts() throws SQLException {
        return number("select count(*) from entry_conflict");
    }

    /** How often the service refused what, by kind. */
    public Map<String, Long> refusals() throws SQLException {
        Map<String, Long> refusals = new TreeMap<>();
        list(
                "select kind, sum(times) from refusal group by kind",
                row -> refusals.put(row.getString(1), row.getLong(2)));
        return refusals;
    }

    /** Events of this terminal. */
    public long events(String terminal) throws SQLException {
        return number("select count(*) from session_event where terminal = '" + terminal + "'");
    }

    private long number(String sql) throws SQLException {
        return list(sql, row -> row.getLong(1)).get(0);
    }

    private <T> List<T> list(String sql, Row<T> each) throws SQLException {
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(each.read(rows));
            }
            return list;
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
