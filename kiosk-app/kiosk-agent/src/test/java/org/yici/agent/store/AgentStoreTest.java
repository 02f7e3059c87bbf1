package org.yici.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.agent.fixture.Facts;
import org.yici.agent.store.StoreException.Reason;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.PrintReport.Outcome;
import org.yici.contract.entry.SessionEvent;
import org.yici.ipc.PrintIntent;

class AgentStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final UUID SESSION = UUID.randomUUID();
    private static final UUID LATER_SESSION = UUID.randomUUID();

    @TempDir
    Path folder;

    private Path file;
    private AgentStore store;

    @BeforeEach
    void open() throws StoreException {
        file = folder.resolve("var/agent.db");
        store = AgentStore.open(file);
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    private void reopen() throws StoreException {
        store.close();
        store = AgentStore.open(file);
    }

    private List<OutboxRow> rows() throws StoreException {
        return store.firstRows(100, Long.MAX_VALUE);
    }

    @Test
    void isReadableByItsOwnerAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file + "-wal"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsAnEntryOnceUnderItsKeyAndVersion() throws Exception {
        Entry entry = Facts.entry(Facts.key(), 1);
        assertThat(store.keepEntry(entry, NOW)).isEqualTo(StoreResult.KEPT);
        assertThat(store.keepEntry(entry, NOW)).isEqualTo(StoreResult.KEPT);
        reopen();
        assertThat(store.keepEntry(entry, NOW)).isEqualTo(StoreResult.KEPT);
        assertThat(store.outboxRows()).isEqualTo(1);
        assertThat(store.content(rows().get(0))).hasValue(Json.write(entry));
    }

    @Test
    void refusesOtherContentUnderTheSameKeyAndVersion() throws Exception {
        Entry first = Facts.entry(Facts.key(), 1);
        store.keepEntry(first, NOW);
        assertThat(store.keepEntry(Facts.entry(first.header().key(), 1), NOW)).isEqualTo(StoreResult.CONFLICT);
        assertThat(store.content(rows().get(0))).hasValue(Json.write(first));
    }

    @Test
    void sendsTheVersionsOfAKeyOneAfterTheOther() throws Exception {
        UUID first = Facts.key();
        UUID second = Facts.key();
        store.keepEntry(Facts.entry(first, 2), NOW);
        store.keepEntry(Facts.entry(second, 1), NOW);
        store.keepEntry(Facts.entry(first, 1), NOW);
        assertThat(rows()).containsExactly(new OutboxRow(second, 1), new OutboxRow(first, 1));
        assertThat(store.recorded(new OutboxRow(first, 1))).isTrue();
        assertThat(store.recorded(new OutboxRow(first, 1))).isFalse();
        assertThat(rows()).containsExactly(new OutboxRow(first, 2), new OutboxRow(second, 1));
    }

    @Test
    void passesOverWhatIsTooLong() throws Exception {
        store.keepEntry(Facts.entry(Facts.key(), 1, 5000), NOW);
        Entry small = Facts.entry(Facts.key(), 1, 100);
        store.keepEntry(small, NOW);
        assertThat(store.firstRows(10, 2000))
                .containsExactly(new OutboxRow(small.header().key(), 1));
        assertThat(store.rowsLongerThan(2000)).isEqualTo(1);
    }

    @Test
    void showsAnOpenIntentToLaterSessionsOnlyUntilItIsClosed() throws Exception {
        PrintIntent intent = Facts.intent(Facts.key(), "copy-1");
        assertThat(store.keepIntent(intent, SESSION, NOW)).isEqualTo(StoreResult.KEPT);
        assertThat(store.keepIntent(intent, SESSION, NOW)).isEqualTo(StoreResult.KEPT);
        assertThat(store.openIntents(SESSION)).isEmpty();
        reopen();
        List<PrintIntent> open = store.openIntents(LATER_SESSION);
        assertThat(open).hasSize(1);
        assertThat(Json.write(open.get(0))).isEqualTo(Json.write(intent));

        Entry report = Facts.entry(intent.key(), 1);
        assertThat(store.keepOutcome(intent.key(), Outcome.UNCERTAIN, report, NOW))
                .isEqualTo(StoreResult.KEPT);
        assertThat(store.keepOutcome(intent.key(), Outcome.UNCERTAIN, report, NOW))
                .isEqualTo(StoreResult.KEPT);
        assertThat(store.openIntents(LATER_SESSION)).isEmpty();
        assertThat(rows()).containsExactly(new OutboxRow(intent.key(), 1));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void letsAJobBePrintedAgainOnlyIfNothingCameOut(Outcome outcome) throws Exception {
        PrintIntent first = Facts.intent(Facts.key(), "copy-1");
        store.keepIntent(first, SESSION, NOW);
        PrintIntent again = Facts.intent(Facts.key(), "copy-1");
        assertThat(store.keepIntent(again, SESSION, NOW)).isEqualTo(StoreResult.CONFLICT);
        store.keepOutcome(first.key(), outcome, Facts.entry(first.key(), 1), NOW);
        assertThat(store.keepIntent(first, SESSION, NOW)).isEqualTo(StoreResult.CONFLICT);
        assertThat(store.keepIntent(again, SESSION, NOW))
                .isEqualTo(outcome == Outcome.FAILED ? StoreResult.KEPT : StoreResult.CONFLICT);
    }

    /** Whatever later sessions say, and also once the centre has recorded the first report. */
    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"DELIVERED", "PARTIAL", "UNCERTAIN"})
    void closesAnIntentOnceAndKeepsItsFirstOutcome(Outcome first) throws Exception {
        PrintIntent intent = Facts.intent(Facts.key(), "copy-1");
        store.keepIntent(intent, SESSION, NOW);
        Entry report = Facts.entry(intent.key(), 1);
        store.keepOutcome(intent.key(), first, report, NOW);
        store.recorded(new OutboxRow(intent.key(), 1));
        for (Entry other : List.of(Facts.entry(intent.key(), 1), Facts.entry(Facts.key(), 1))) {
            assertThat(store.keepOutcome(intent.key(), Outcome.FAILED, other, NOW.plusSeconds(60)))
                    .isEqualTo(StoreResult.CLOSED_BEFORE);
        }
        assertThat(rows()).isEmpty();
        assertThat(store.keepIntent(Facts.intent(Facts.key(), "copy-1"), LATER_SESSION, NOW))
                .as("the same copy again")
                .isEqualTo(StoreResult.CONFLICT);
        reopen();
        assertThat(store.keepOutcome(intent.key(), first, report, NOW)).isEqualTo(StoreResult.KEPT);
        assertThat(store.openIntents(LATER_SESSION)).isEmpty();
    }

    @Test
    void keepsAReportWhoseIntentIsNotKnown() throws Exception {
        Entry report = Facts.entry(Facts.key(), 1);
        assertThat(store.keepOutcome(report.header().key(), Outcome.FAILED, report, NOW))
                .isEqualTo(StoreResult.KEPT);
        assertThat(store.outboxRows()).isEqualTo(1);
    }

    @Test
    void leavesAnIntentOpenIfItsReportIsNotKept() throws Exception {
        PrintIntent intent = Facts.intent(Facts.key(), "copy-1");
        store.keepIntent(intent, SESSION, NOW);
        store.keepEntry(Facts.entry(intent.key(), 1), NOW);
        assertThat(store.keepOutcome(intent.key(), Outcome.DELIVERED, Facts.entry(intent.key(), 1), NOW))
                .isEqualTo(StoreResult.CONFLICT);
        assertThat(store.openIntents(LATER_SESSION)).hasSize(1);
    }

    @Test
    void tellsAFullDiskAndGoesOnWhenThereIsRoomAgain() throws Exception {
        Entry entry = Facts.entry(Facts.key(), 1, 100_000);
        PrintIntent intent = Facts.intent(Facts.key(), "copy-1");
        store.keepIntent(intent, SESSION, NOW);
        store.limitPages(20);
        assertThatThrownBy(() -> store.keepEntry(entry, NOW))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FULL));
        assertThatThrownBy(() ->
                        store.keepOutcome(intent.key(), Outcome.DELIVERED, Facts.entry(intent.key(), 1, 100_000), NOW))
                .isInstanceOf(StoreException.class);
        assertThat(store.outboxRows()).isZero();
        assertThat(store.openIntents(LATER_SESSION)).hasSize(1);
        store.limitPages(10_000);
        assertThat(store.keepEntry(entry, NOW)).isEqualTo(StoreResult.KEPT);
    }

    @Test
    void saysHowItIsForAsLongAsItIsSo() throws Exception {
        assertThat(store.trouble()).isEmpty();
        store.limitPages(20);
        assertThatThrownBy(() -> store.keepEntry(Facts.entry(Facts.key(), 1, 100_000), NOW))
                .isInstanceOf(StoreException.class);
        assertThat(store.trouble()).hasValue(Reason.FULL);
        store.limitPages(10_000);
        store.probe(NOW);
        assertThat(store.trouble()).isEmpty();
        assertThat(store.isStandIn()).isFalse();
    }

    @Test
    void numbersAConnectionAlsoWhereTheNumberCannotBeWrittenDown() throws Exception {
        assertThat(store.nextConnection(1000)).isEqualTo(1000);
        assertThat(store.unwrittenConnection(5)).isEqualTo(1001);
        assertThat(store.unwrittenConnection(5000)).isEqualTo(5000);
    }

    @Test
    void refusesAStoreOfALaterVersionAndLeavesItAsItIs() throws Exception {
        store.close();
        execute("PRAGMA user_version = 7");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> AgentStore.open(file))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NEWER))
                .hasMessageContaining("version 7")
                .hasMessageContaining("up to " + Migrations.VERSION);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        execute("PRAGMA user_version = " + Migrations.VERSION);
        store = AgentStore.open(file);
    }

    @Test
    void bringsAStoreOfTheFirstVersionUpAndKeepsWhatIsInIt() throws Exception {
        store.rememberTime(NOW);
        store.close();
        execute("DROP TABLE device_counts");
        execute("DROP TABLE stopped_services");
        execute("PRAGMA user_version = 1");
        store = AgentStore.open(file);
        assertThat(store.lastGoodTime()).contains(NOW);
        assertThat(store.count(UUID.randomUUID(), "reader", Map.of("reads", 2L)))
                .isEqualTo(Map.of("reads", 2L));
    }

    @Test
    void addsUpOverSessionsAndCountsNothingTwice() throws Exception {
        UUID first = UUID.randomUUID();
        store.count(first, "reader", Map.of("reads", 2L));
        assertThat(store.count(first, "reader", Map.of("reads", 3L))).isEqualTo(Map.of("reads", 3L));
        assertThat(store.count(first, "reader", Map.of("reads", 3L))).isEqualTo(Map.of("reads", 3L));
        assertThat(store.count(first, "reader", Map.of("reads", 1L)))
                .as("told late")
                .isEqualTo(Map.of("reads", 3L));
        assertThat(store.count(UUID.randomUUID(), "reader", Map.of("reads", 1L, "losses", 1L)))
                .isEqualTo(Map.of("reads", 4L, "losses", 1L));
        assertThat(store.count(UUID.randomUUID(), "printer", Map.of())).isEmpty();
    }

    @Test
    void refusesADamagedFile() throws Exception {
        store.close();
        byte[] bytes = Files.readAllBytes(file);
        byte[] damaged = bytes.clone();
        damaged[3] = 'x';
        Files.write(file, damaged);
        assertThatThrownBy(() -> AgentStore.open(file))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED))
                .hasMessageContaining(file.toString());
        Files.write(file, bytes);
        store = AgentStore.open(file);
    }

    @Test
    void refusesTheDatabaseOfAnotherProgram() throws Exception {
        Path other = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE birds (name TEXT)");
        }
        assertThatThrownBy(() -> AgentStore.open(other))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another program");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void numbersConnectionsUpwardsWhateverTheClockSays() throws Exception {
        assertThat(store.nextConnection(1000)).isEqualTo(1000);
        assertThat(store.nextConnection(1000)).isEqualTo(1001);
        reopen();
        assertThat(store.nextConnection(5)).isEqualTo(1002);
        assertThat(store.nextConnection(9000)).isEqualTo(9000);
    }

    @Test
    void remembersTheLatestGoodTime() throws Exception {
        store.rememberTime(NOW);
        store.rememberTime(NOW.minusSeconds(60));
        reopen();
        assertThat(store.lastGoodTime()).hasValue(NOW);
    }

    @Test
    void remembersWhoHasTheScreen() throws Exception {
        assertThat(store.front()).isEmpty();
        store.rememberFront(Optional.of(new ForegroundSession(SESSION, 2)));
        reopen();
        assertThat(store.front()).hasValue(new ForegroundSession(SESSION, 2));
        store.rememberFront(Optional.empty());
        assertThat(store.front()).isEmpty();
    }

    @Test
    void keepsTheNewestOfTheJournalAndForgetsOldPrints() throws Exception {
        for (int i = 0; i < 3; i++) {
            SessionEvent event = new SessionEvent(
                    SESSION.toString(), "CARD_READ", SessionEvent.Level.INFO, Map.of("millis", 3L), NOW);
            store.keepEvent(new EventLogLine(event, 1), Optional.empty(), NOW);
        }
        PrintIntent intent = Facts.intent(Facts.key(), "copy-1");
        store.keepIntent(intent, SESSION, NOW);
        store.keepOutcome(intent.key(), Outcome.DELIVERED, Facts.entry(intent.key(), 1), NOW);
        store.tidy(NOW.plusSeconds(3600));
        assertThat(store.keepIntent(intent, SESSION, NOW)).isEqualTo(StoreResult.CONFLICT);
        store.tidy(NOW.plusSeconds(100 * 86_400));
        assertThat(store.journalLines("CARD_READ")).isEqualTo(3);
        assertThat(store.keepIntent(intent, SESSION, NOW)).isEqualTo(StoreResult.KEPT);
    }
}
