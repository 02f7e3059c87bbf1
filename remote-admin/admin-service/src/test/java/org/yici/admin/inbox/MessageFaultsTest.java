package org.yici.admin.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.TestAgent;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.admin.broker.Inbox;
import org.yici.admin.enrolment.Revocation;
import org.yici.admin.health.Presence;
import org.yici.admin.health.StateStore;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.Json;
import org.yici.contract.Topics;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.message.Health;
import org.yici.contract.message.Recorded;
import org.yici.contract.message.Recorded.Result;
import org.yici.contract.message.Stamp;

/** What goes wrong at one message stays with it: real broker, real database, failures of the database raised by triggers. */
class MessageFaultsTest {
    @TempDir
    static Path data;

    private static TestService service;
    private static int number;

    private TestTerminal terminal;
    private TerminalId id;

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void enrol() throws Exception {
        terminal = service.enrolled("fault-%04d".formatted(++number), "示范点");
        id = new TerminalId(terminal.id());
    }

    private TestAgent connected(TestTerminal machine, long connection) throws Exception {
        TestAgent agent = TestAgent.connect(machine, service.broker(), connection);
        agent.birth();
        await().until(() -> presence(machine.id()) == Presence.ONLINE);
        return agent;
    }

    private static Presence presence(String terminal) {
        StateStore states = new StateStore(service.sql());
        return Presence.of(states.find(new TerminalId(terminal)), states.liveWatches());
    }

    private static String paper(String terminal) {
        return service.sql()
                .sql("select condition->'devices'->1->'details'->>'paper' from terminal_state where terminal = ?")
                .param(terminal)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Entry event(UUID key, String at) {
        return Entry.open(
                new EntryHeader(terminal.id(), key, 1, EntryKinds.SESSION_EVENT, 1),
                Json.tree(Map.of("session", "s", "code", "CARD_READ", "level", "INFO", "numbers", Map.of(), "at", at)));
    }

    private Entry event(UUID key) {
        return event(key, "2026-11-22T10:00:00Z");
    }

    private Entry ofUnknownKind(UUID key) {
        return Entry.open(new EntryHeader(terminal.id(), key, 1, "of-tomorrow", 1), Json.tree(Map.of("a", 1)));
    }

    private long refused(String kind) {
        return service.sql()
                .sql("select coalesce(sum(times), 0) from refusal where kind = ? and who = ?")
                .params(kind, terminal.id())
                .query(Long.class)
                .single();
    }

    /** Each insert and update of this terminal in {@code table} fails with the state, until {@link #heal}. */
    private void fail(String table, String sqlState) {
        service.sql()
                .sql(
                        """
                        create function fail_%1$s() returns trigger language plpgsql as
                        $$begin if new.terminal = '%2$s' then raise exception 'on purpose' using errcode = '%3$s'; end if;
                        return new; end$$
                        """
                                .formatted(table, terminal.id(), sqlState))
                .update();
        service.sql()
                .sql("create trigger fail before insert or update on %1$s for each row execute function fail_%1$s()"
                        .formatted(table))
                .update();
    }

    private void heal(String table) {
        service.sql().sql("drop function fail_%s cascade".formatted(table)).update();
    }

    /** Neither the data nor the moment: each try fails, so the terminal must be able to forget it. */
    @ParameterizedTest
    @ValueSource(strings = {"XX000", "P0001", "42703"})
    void anEntryThatFailsAtEachTryIsQuarantinedWithAFingerprintAndAnswered(String sqlState) throws Exception {
        UUID key = TestAgent.key();
        UUID second = TestAgent.key();
        fail("session_event", sqlState);
        try (TestAgent agent = connected(terminal, 1)) {
            for (UUID sent : List.of(key, key, second)) {
                agent.entry(event(sent));
                assertThat(agent.awaitRecorded()).isEqualTo(new Recorded(1, sent, 1, Result.QUARANTINED));
            }
        } finally {
            heal("session_event");
        }
        List<Map<String, Object>> rows =
                service.rows("select reason, fingerprint from entry where terminal = ?", terminal.id());
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row).containsEntry("reason", "PROGRAM_FAULT"));
        assertThat((String) rows.get(0).get("fingerprint"))
                .matches("[0-9]{1,7}")
                .isEqualTo(rows.get(1).get("fingerprint"));
    }

    @Test
    void anEntryThatTheDatabaseDoesNotTakeForAWhileIsNotAnsweredBeforeItIsStored() throws Exception {
        UUID key = TestAgent.key();
        try (TestAgent agent = connected(terminal, 1)) {
            fail("session_event", "40001");
            try {
                agent.entry(event(key));
                await().until(() -> refused("MESSAGE_NOT_STORED") == 1);
                assertThat(agent.heardNothing()).isTrue();
            } finally {
                heal("session_event");
            }
            agent.entry(event(key));
            assertThat(agent.awaitRecorded()).isEqualTo(new Recorded(1, key, 1, Result.RECORDED));
        }
    }

    /** Conflicts with others, a lock that is not free, a cancelled statement, data that do not fit, a fault of the database's program. */
    @ParameterizedTest
    @ValueSource(strings = {"40001", "55P03", "22003", "42703", "XX000"})
    void aStateThatTheDatabaseRefusesMakesNobodyElseUnknown(String sqlState) throws Exception {
        TestTerminal neighbour = service.enrolled("fault-%04d".formatted(++number), "邻点");
        try (TestAgent agent = connected(terminal, 1);
                TestAgent other = connected(neighbour, 1)) {
            Set<Integer> watches = new StateStore(service.sql()).liveWatches();
            fail("terminal_state", sqlState);
            try {
                agent.health("low");
                await().until(() -> refused("MESSAGE_NOT_STORED") + refused("MESSAGE_MALFORMED") == 1);
                other.health("low");
                await().until(() -> paper(neighbour.id()).equals("low"));
            } finally {
                heal("terminal_state");
            }
            assertThat(presence(neighbour.id())).isEqualTo(Presence.ONLINE);
            assertThat(new StateStore(service.sql()).liveWatches()).isEqualTo(watches);
            agent.health("out");
            await().until(() -> paper(terminal.id()).equals("out"));
        }
    }

    /** As when the line to the broker ends while a message waits for a connection to the database. */
    @Test
    void aMessageWhoseWorkIsInterruptedIsNotCountedAsRefused() throws Exception {
        byte[] health =
                Json.write(new Health(1, terminal.id(), new Stamp(1, 1), Instant.now(), TestAgent.condition("low")));
        DataSource database = service.part(DataSource.class);
        List<Connection> all = new ArrayList<>();
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        Thread work = new Thread(() -> {
            try {
                service.part(Inbox.class).accept(Topics.out(id, Topics.HEALTH), health, 1);
                failed.complete(new AssertionError("it was dealt with"));
            } catch (RuntimeException e) {
                failed.complete(e);
            }
        });
        try {
            takeAll(database, all);
            work.start();
            await().until(() -> work.getState() == Thread.State.TIMED_WAITING);
            work.interrupt();
            assertThat(failed.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(InterruptedException.class);
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        try (TestAgent agent = connected(terminal, 1)) {
            agent.publish(Topics.out(id, Topics.HEALTH), new byte[] {'{'});
            await().until(() -> refused("MESSAGE_MALFORMED") == 1);
        }
        assertThat(refused("MESSAGE_NOT_STORED")).isZero();
    }

    /** All that the service itself does not hold. */
    private static void takeAll(DataSource database, List<Connection> all) throws SQLException {
        try {
            while (true) {
                all.add(database.getConnection());
            }
        } catch (SQLTransientConnectionException e) {
            // None is left.
        }
    }

    /** The connection at work is ended, the database is well. */
    @Test
    void aConnectionThatEndsMakesNobodyUnknown() throws Exception {
        try (TestAgent agent = connected(terminal, 1);
                Connection holder =
                        PrivatePostgres.dataSource(service.database()).getConnection();
                Statement statement = holder.createStatement()) {
            Set<Integer> watches = new StateStore(service.sql()).liveWatches();
            lock(holder, statement, "update terminal_state set online = online where terminal = '" + id + "'");
            agent.health("low");
            await().until(() -> service.sql()
                            .sql(
                                    """
                                    select count(*) from (select pg_terminate_backend(pid) from pg_stat_activity
                                    where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0) as ended
                                    """)
                            .query(Long.class)
                            .single()
                    >= 1);
            holder.rollback();
            await().until(() -> paper(terminal.id()).equals("low"));
            assertThat(new StateStore(service.sql()).liveWatches()).isEqualTo(watches);
        }
    }

    private static void lock(Connection holder, Statement statement, String sql) throws SQLException {
        holder.setAutoCommit(false);
        statement.execute(sql);
    }

    /** The message was read while the terminal was in good standing; the revocation is committed before the message is. */
    @Test
    void aRevocationThatMeetsAHealthLeavesTheTerminalOffline() throws Exception {
        try (TestAgent agent = connected(terminal, 1);
                Connection holder =
                        PrivatePostgres.dataSource(service.database()).getConnection();
                Statement statement = holder.createStatement()) {
            lock(holder, statement, "update terminal_state set online = online where terminal = '" + id + "'");
            Thread revoking =
                    new Thread(() -> Revocation.on(PrivatePostgres.dataSource(service.database()), Time.system())
                            .revoke(id, "staff"));
            revoking.start();
            await().until(() -> waitingForLocks() == 1);
            agent.health("low");
            await().until(() -> waitingForLocks() == 2);
            holder.rollback();
            revoking.join();
            await().until(() -> waitingForLocks() == 0);
        }
        await().until(() -> refused("MESSAGE_REVOKED") > 0);
        assertThat(service.rows("select online from terminal_state where terminal = ?", terminal.id()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("online", false));
    }

    private static long waitingForLocks() {
        return service.sql()
                .sql("select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0")
                .query(Long.class)
                .single();
    }

    @Test
    void aBirthWithAHugeNumberDoesNotSilenceItsTerminal() throws Exception {
        connected(terminal, Long.MAX_VALUE - 1).vanish();
        await().until(() -> presence(terminal.id()) == Presence.OFFLINE);

        try (TestAgent agent = connected(terminal, System.currentTimeMillis())) {
            agent.health("low");
            await().until(() -> paper(terminal.id()).equals("low"));
        }
        await().until(() -> refused("CONNECTION_AHEAD") == 1);
    }

    @Test
    void aReportBeyondItsBoundsIsDroppedAndTheNextOneIsShown() throws Exception {
        String health = new String(
                Json.write(new Health(1, terminal.id(), new Stamp(1, 5), Instant.now(), TestAgent.condition("low"))),
                StandardCharsets.UTF_8);
        try (TestAgent agent = connected(terminal, 1)) {
            agent.publish(
                    Topics.out(id, Topics.HEALTH),
                    health.replace("identityReader", "x".repeat(65)).getBytes(StandardCharsets.UTF_8));
            agent.publish(
                    Topics.out(id, Topics.HEALTH), (health + " ".repeat(32 << 10)).getBytes(StandardCharsets.UTF_8));
            await().until(() -> refused("MESSAGE_MALFORMED") == 1 && refused("MESSAGE_TOO_LONG") == 1);
            assertThat(paper(terminal.id())).isEqualTo("full");
            agent.publish(
                    Topics.out(id, Topics.HEALTH),
                    health.replace("identityReader", "of-tomorrow").getBytes(StandardCharsets.UTF_8));
            await().until(() -> paper(terminal.id()).equals("low"));
        }
    }

    @Test
    void quarantineEndsAtItsQuotaAndTheNextDayHasAnother() throws Exception {
        UUID last = TestAgent.key();
        UUID beyond = TestAgent.key();
        service.sql()
                .sql(
                        """
                        insert into quarantine_use (terminal, day, entries, bytes)
                        values (?, (now() at time zone 'Asia/Shanghai')::date, 3999, 1000)
                        """)
                .param(terminal.id())
                .update();
        try (TestAgent agent = connected(terminal, 1)) {
            agent.entry(ofUnknownKind(last));
            assertThat(agent.awaitRecorded()).isEqualTo(new Recorded(1, last, 1, Result.QUARANTINED));
            agent.entry(ofUnknownKind(beyond));
            assertThat(agent.awaitRecorded()).isEqualTo(new Recorded(1, beyond, 1, Result.REJECTED));
            UUID good = TestAgent.key();
            agent.entry(event(good));
            assertThat(agent.awaitRecorded()).isEqualTo(new Recorded(1, good, 1, Result.RECORDED));
            assertThat(service.rows("select 1 from entry where key = ?", beyond))
                    .isEmpty();
            await().until(() -> refused("ENTRY_REJECTED") == 1);

            agent.entry(ofUnknownKind(last));
            assertThat(agent.awaitRecorded()).as("a repeat").isEqualTo(new Recorded(1, last, 1, Result.QUARANTINED));
            service.sql()
                    .sql("update quarantine_use set day = day - 1 where terminal = ?")
                    .param(terminal.id())
                    .update();
            agent.entry(ofUnknownKind(beyond));
            assertThat(agent.awaitRecorded()).isEqualTo(new Recorded(1, beyond, 1, Result.QUARANTINED));
        }
    }

    @Test
    void otherContentUnderAUsedKeyCountsForTheQuotaOfBytes() throws Exception {
        UUID key = TestAgent.key();
        service.sql()
                .sql(
                        """
                        insert into quarantine_use (terminal, day, entries, bytes)
                        values (?, (now() at time zone 'Asia/Shanghai')::date, 1, 8 * 1024 * 1024 - 100)
                        """)
                .param(terminal.id())
                .update();
        try (TestAgent agent = connected(terminal, 1)) {
            agent.entry(event(key));
            assertThat(agent.awaitRecorded().result()).isEqualTo(Result.RECORDED);
            agent.entry(event(key, "2026-01-01T00:00:00Z"));
            assertThat(agent.awaitRecorded().result()).isEqualTo(Result.REJECTED);
            agent.entry(event(key, "2026-01-01T00:00:00Z"));
            assertThat(agent.awaitRecorded().result()).isEqualTo(Result.REJECTED);
        }
        assertThat(service.rows("select 1 from entry_conflict where key = ?", key))
                .isEmpty();
    }
}
