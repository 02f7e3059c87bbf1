package org.yici.admin.refusal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/**
 * Keeps counts of refusals by day, kind and whom, for ninety days. The number of rows has a bound that no stranger can move: kinds ×
 * days × (enrolled terminals + a hundred addresses).
 */
final class RefusalStore {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 90;
    private static final int MOST_ADDRESSES = 100;
    private static final int LONGEST_FACT = 120;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Time time;

    RefusalStore(JdbcClient jdbc, TransactionOperations transaction, Time time) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.time = time;
    }

    /** A row to be written. */
    private record Row(LocalDate day, String kind, String who) {}

    /**
     * Writes rows in one order, whoever counted them: two instances that took the same rows in different orders would wait for each
     * other.
     */
    void add(Map<Refusals.Key, Tally> counted) {
        transaction.executeWithoutResult(status -> {
            forgetOld();
            rows(counted).forEach(this::add);
        });
    }

    private SortedMap<Row, Tally> rows(Map<Refusals.Key, Tally> counted) {
        Map<Row, Set<String>> addresses = new HashMap<>();
        SortedMap<Row, Tally> rows = new TreeMap<>(
                Comparator.comparing(Row::day).thenComparing(Row::kind).thenComparing(Row::who));
        counted.forEach((key, tally) -> {
            Row together = new Row(
                    LocalDate.ofInstant(tally.lastAt(), CHINA), key.kind().name(), Who.NOBODY.name());
            boolean known = key.kind().gate() == Gate.PAGE
                    ? hasRoom(addresses.computeIfAbsent(together, this::addresses), key.who())
                    : isEnrolled(key.who());
            Row row = known ? new Row(together.day(), together.kind(), key.who().name()) : together;
            rows.merge(row, tally, Tally::and);
        });
        return rows;
    }

    /** Whether this address has a row, or there is one more for it. */
    private static boolean hasRoom(Set<String> addresses, Who who) {
        return addresses.contains(who.name()) || addresses.size() < MOST_ADDRESSES && addresses.add(who.name());
    }

    private Set<String> addresses(Row together) {
        return new HashSet<>(jdbc.sql("select who from refusal where day = ? and kind = ? and who <> ?")
                .params(together.day(), together.kind(), together.who())
                .query(String.class)
                .list());
    }

    private void add(Row row, Tally tally) {
        jdbc.sql(
                        """
                        insert into refusal (day, kind, who, times, first_at, last_at, fact)
                        values (:day, :kind, :who, :times, :first, :last, :fact)
                        on conflict (day, kind, who) do update set times = refusal.times + excluded.times,
                            last_at = greatest(refusal.last_at, excluded.last_at), fact = excluded.fact
                        """)
                .param("day", row.day())
                .param("kind", row.kind())
                .param("who", row.who())
                .param("times", tally.times())
                .param("first", Timestamp.from(tally.firstAt()))
                .param("last", Timestamp.from(tally.lastAt()))
                .param(
                        "fact",
                        tally.fact()
                                .substring(
                                        0, Math.min(LONGEST_FACT, tally.fact().length())))
                .update();
    }

    private boolean isEnrolled(Who who) {
        return !jdbc.sql("select 1 from terminal where id = ?")
                .param(who.name())
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private void forgetOld() {
        jdbc.sql("delete from refusal where day <= ?")
                .param(today().minusDays(DAYS))
                .update();
    }

    List<RefusalCount> latest(int most) {
        return jdbc.sql(
                        """
                        select kind, who, sum(times), coalesce(sum(times) filter (where day = :today), 0), max(last_at),
                            (array_agg(fact order by last_at desc))[1]
                        from refusal group by kind, who order by max(last_at) desc, kind, who limit :most
                        """)
                .param("today", today())
                .param("most", most)
                .query((row, number) -> count(row))
                .list();
    }

    List<RefusalCount> of(TerminalId terminal) {
        return jdbc.sql(
                        """
                        select kind, who, sum(times), coalesce(sum(times) filter (where day = :today), 0), max(last_at),
                            (array_agg(fact order by last_at desc))[1]
                        from refusal where who = :who group by kind, who order by max(last_at) desc, kind
                        """)
                .param("today", today())
                .param("who", terminal.value())
                .query((row, number) -> count(row))
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), CHINA);
    }

    private static RefusalCount count(ResultSet row) throws SQLException {
        return new RefusalCount(
                RefusalKind.valueOf(row.getString(1)),
                new Who(row.getString(2)),
                row.getLong(3),
                row.getLong(4),
                row.getTimestamp(5).toInstant(),
                row.getString(6));
    }
}
