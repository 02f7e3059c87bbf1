package org.yici.admin.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.store.Migrations;
import org.yici.base.ManualTime;
import org.yici.base.TerminalId;

class RefusalsTest {
    private static final TerminalId KNOWN = new TerminalId("demo-0001");

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));
    private final PGSimpleDataSource database = PrivatePostgres.dataSource(PrivatePostgres.freshDatabase());
    private final JdbcClient sql = JdbcClient.create(database);
    private final Refusals refusals = new Refusals(
            new RefusalStore(sql, new TransactionTemplate(new JdbcTransactionManager(database)), time), time);

    @BeforeEach
    void enrol() {
        Migrations.ofService(database);
        sql.sql(
                        """
                        insert into terminal (id, name, safe_module, certificate_serial, certificate_sha256, certificate_until,
                            enrolled_at) values ('demo-0001', '示范点', 'm', '1', 'x', now(), now())
                        """)
                .update();
    }

    private long rows() {
        return sql.sql("select count(*) from refusal").query(Long.class).single();
    }

    @Test
    void addsUpByDayKindAndWhom() {
        for (int i = 0; i < 1000; i++) {
            refusals.count(RefusalKind.MESSAGE_TOO_FAST, Who.terminal(KNOWN), "n " + i);
        }
        refusals.write();
        time.advance(Duration.ofDays(1));
        refusals.count(RefusalKind.MESSAGE_TOO_FAST, Who.terminal(KNOWN), "last");
        refusals.count(RefusalKind.PACKET_BROKEN, Who.terminal(KNOWN), "");

        assertThat(refusals.of(KNOWN))
                .extracting(RefusalCount::kind, RefusalCount::times, RefusalCount::today, RefusalCount::fact)
                .containsExactlyInAnyOrder(
                        tuple(RefusalKind.MESSAGE_TOO_FAST, 1001L, 1L, "last"),
                        tuple(RefusalKind.PACKET_BROKEN, 1L, 1L, ""));
        assertThat(rows()).isEqualTo(3);
    }

    /** A write that comes by itself each second has taken the counts and not stored them yet. */
    @Test
    void whoLooksWaitsForWhatIsOnItsWay() throws Exception {
        refusals.count(RefusalKind.MESSAGE_TOO_FAST, Who.terminal(KNOWN), "");
        List<RefusalCount> seen = new CopyOnWriteArrayList<>();
        Thread writer = new Thread(refusals::write);
        Thread onlooker = new Thread(() -> seen.addAll(refusals.of(KNOWN)));
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table refusal in exclusive mode");
            writer.start();
            await().until(() -> sql.sql("select count(*) from pg_locks where not granted")
                            .query(Long.class)
                            .single()
                    == 1);
            onlooker.start();
            await().until(() ->
                    Set.of(Thread.State.WAITING, Thread.State.TERMINATED).contains(onlooker.getState()));
            holder.rollback();
        }
        writer.join();
        onlooker.join();
        assertThat(seen).extracting(RefusalCount::times).containsExactly(1L);
    }

    /** Instances count by themselves and write the same rows; here each has taken one of them when the others are asked for. */
    @Test
    void twoInstancesThatWriteTheSameRowsDoNotWaitForEachOther() throws Exception {
        RefusalStore store = new RefusalStore(sql, new TransactionTemplate(new JdbcTransactionManager(database)), time);
        List<RefusalKind> kinds =
                List.of(RefusalKind.FOREIGN_SUBSCRIBE, RefusalKind.MESSAGE_FOREIGN, RefusalKind.SHARED_SUBSCRIPTION);
        store.add(counts(kinds));
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        Thread one = writer(store, counts(List.of(kinds.get(1), kinds.get(2), kinds.get(0))), failures);
        Thread other = writer(store, counts(List.of(kinds.get(0), kinds.get(1))), failures);
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("update refusal set fact = 'held' where kind = 'SHARED_SUBSCRIPTION'");
            one.start();
            await().until(() -> waiting() == 1);
            other.start();
            await().until(() -> waiting() == 2);
            holder.rollback();
        }
        one.join();
        other.join();
        assertThat(failures).isEmpty();
        assertThat(refusals.of(KNOWN))
                .extracting(RefusalCount::kind, RefusalCount::times)
                .containsExactlyInAnyOrder(tuple(kinds.get(0), 3L), tuple(kinds.get(1), 3L), tuple(kinds.get(2), 2L));
    }

    private Map<Refusals.Key, Tally> counts(List<RefusalKind> kinds) {
        Map<Refusals.Key, Tally> counts = new LinkedHashMap<>();
        kinds.forEach(kind -> counts.put(new Refusals.Key(kind, Who.terminal(KNOWN)), Tally.one(time.now(), "")));
        return counts;
    }

    private static Thread writer(RefusalStore store, Map<Refusals.Key, Tally> counts, List<Throwable> failures) {
        return new Thread(() -> {
            try {
                store.add(counts);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
    }

    private long waiting() {
        return sql.sql("select count(*) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }

    @Test
    void makesNoRowsForNamesThatAnybodyCanMakeUp() {
        for (int i = 0; i < 5_000; i++) {
            refusals.count(RefusalKind.ENROLMENT_REFUSED, Who.terminal(new TerminalId("made-up-" + i)), "");
        }

        assertThat(refusals.latest(10)).singleElement().satisfies(count -> {
            assertThat(count.who()).isEqualTo(Who.NOBODY);
            assertThat(count.times()).isEqualTo(5_000);
        });
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void keepsAHundredAddressesApartAndCountsTheOthersTogether() {
        for (int i = 0; i < 1_000; i++) {
            refusals.count(RefusalKind.PASSWORD_WRONG, Who.browser("10.1." + i / 250 + "." + i % 250), "");
        }

        long counted =
                refusals.latest(1000).stream().mapToLong(RefusalCount::times).sum();

        assertThat(counted).isEqualTo(1_000);
        assertThat(rows()).isEqualTo(101);
    }

    @Test
    void forgetsAfterNinetyDays() {
        refusals.count(RefusalKind.OVER_QUOTA, Who.terminal(KNOWN), "");
        refusals.write();
        time.advance(Duration.ofDays(89));
        assertThat(refusals.of(KNOWN)).hasSize(1);
        time.advance(Duration.ofDays(1));
        refusals.count(RefusalKind.KEY_REUSED, Who.terminal(KNOWN), "");

        assertThat(refusals.of(KNOWN)).extracting(RefusalCount::kind).containsExactly(RefusalKind.KEY_REUSED);
    }

    @Test
    void takesTheNetworkOfAnAddressOfIpv6AndNoName() {
        assertThat(Who.browser("2001:db8:1:2:3:4:5:6")).isEqualTo(Who.browser("2001:db8:1:2:ffff::1"));
        assertThat(Who.browser("192.168.3.4").name()).isEqualTo("192.168.3.4");
        assertThat(Who.browser("evil.example")).isEqualTo(Who.NOBODY);
    }
}
