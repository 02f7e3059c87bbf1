package org.yici.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.agent.fixture.Facts;
import org.yici.agent.store.StoreException.Reason;
import org.yici.base.ErrorCode;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.PrintReport.Outcome;
import org.yici.contract.entry.SessionEvent;

/** What an agent begins with when its store is not what it was: never silently with an empty one. */
class StoreOpenerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("agent.db");
    }

    /** A store of some size, closed; the entries in it by their keys. */
    private Map<UUID, byte[]> filled(int entries) throws StoreException {
        Map<UUID, byte[]> kept = new HashMap<>();
        try (AgentStore store = StoreOpener.open(file, NOW).store()) {
            for (int i = 0; i < entries; i++) {
                Entry entry = Facts.entry(Facts.key(), 1, 500);
                store.keepEntry(entry, NOW);
                kept.put(entry.header().key(), Json.write(entry));
            }
        }
        return kept;
    }

    private StoreException refused(Reason reason) throws StoreException {
        StoreOpener start = StoreOpener.open(file, NOW);
        try (AgentStore store = start.store()) {
            assertThat(store.isStandIn()).isTrue();
            assertThat(store.trouble()).hasValue(reason);
        }
        assertThat(start.refused()).isPresent();
        assertThat(start.refused().get().reason()).isEqualTo(reason);
        return start.refused().get();
    }

    private List<Path> aside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().contains(".damaged-"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    @Test
    void findsWhatWasKept() throws Exception {
        Map<UUID, byte[]> kept = filled(20);
        StoreOpener start = StoreOpener.open(file, NOW);
        try (AgentStore store = start.store()) {
            assertThat(start.refused()).isEmpty();
            assertThat(store.isStandIn()).isFalse();
            assertThat(store.outboxRows()).isEqualTo(kept.size());
        }
    }

    @Test
    void movesADamagedStoreAsideAndStaysOutOfOrderUntilPeopleDecide() throws Exception {
        filled(20);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 100, (byte) 0x5a);
        Files.write(file, bytes);
        assertThat(refused(Reason.DAMAGED)).hasMessageContaining(file.toString());
        assertThat(file).doesNotExist();
        assertThat(aside()).hasSize(1);
        assertThat(aside().get(0).getFileName()).hasToString("agent.db.damaged-20261122T080000Z");
        assertThat(Files.readAllBytes(aside().get(0))).isEqualTo(bytes);

        assertThat(refused(Reason.DAMAGED)).hasMessageContaining("agent.db.since");
        assertThat(StoreOpener.wouldBeSound(file, NOW)).isFalse();
        assertThat(file).doesNotExist();

        Files.delete(folder.resolve("agent.db.since"));
        assertThat(StoreOpener.wouldBeSound(file, NOW)).isTrue();
        try (AgentStore store = StoreOpener.open(file, NOW).store()) {
            assertThat(store.isStandIn()).isFalse();
            assertThat(store.outboxRows()).isZero();
        }
    }

    @Test
    void takesBackAStoreThatPeopleHaveMended() throws Exception {
        Map<UUID, byte[]> kept = filled(20);
        Path away = Files.move(file, folder.resolve("elsewhere"));
        refused(Reason.DAMAGED);
        Files.move(away, file);
        try (AgentStore store = StoreOpener.open(file, NOW).store()) {
            assertThat(store.outboxRows()).isEqualTo(kept.size());
        }
    }

    /** SQLite takes a file of no length for a new database. */
    @Test
    void doesNotTakeAnEmptiedFileForANewStore() throws Exception {
        filled(3);
        Files.write(file, new byte[0]);
        refused(Reason.DAMAGED);
    }

    @Test
    void leavesAStoreOfALaterVersionWhereItIs() throws Exception {
        filled(3);
        execute("PRAGMA user_version = 7");
        byte[] before = Files.readAllBytes(file);
        assertThat(refused(Reason.NEWER)).hasMessageContaining("install the newer program again");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(aside()).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aStandInTellsTheCentreAndKeepsNothingOfASession() throws Exception {
        filled(3);
        Files.delete(file);
        try (AgentStore store = StoreOpener.open(file, NOW).store()) {
            Entry entry = Facts.entry(Facts.key(), 1);
            for (Attempt attempt : List.<Attempt>of(
                    () -> store.keepEntry(entry, NOW),
                    () -> store.keepIntent(Facts.intent(Facts.key(), "copy-1"), UUID.randomUUID(), NOW),
                    () -> store.keepOutcome(Facts.key(), Outcome.FAILED, entry, NOW))) {
                assertThatThrownBy(attempt::run).isInstanceOfSatisfying(StoreException.class, e -> assertThat(
                                e.reason().code())
                        .isEqualTo(ErrorCode.STORE_DAMAGED));
            }
            SessionEvent event = new SessionEvent("agent", "STORE_REFUSED", SessionEvent.Level.ERROR, Map.of(), NOW);
            store.keepEvent(new EventLogLine(event, 0), Optional.of(entry), NOW);
            assertThat(store.outboxRows()).isEqualTo(1);
            store.probe(NOW);
            assertThat(store.trouble()).hasValue(Reason.DAMAGED);
            assertThat(store.nextConnection(1000)).isEqualTo(1000);
        }
    }

    private interface Attempt {
        Object run() throws StoreException;
    }

    /** Whatever is overwritten or cut off: all keys are there, or the store is refused and every byte of it is aside. */
    @Test
    void losesNothingInSilenceUnderAnyDamage() throws Exception {
        Map<UUID, byte[]> kept = filled(60);
        byte[] sound = Files.readAllBytes(file);
        Path since = folder.resolve("agent.db.since");
        Random random = new Random(SEED);
        int refusals = 0;
        for (int round = 0; round < 150; round++) {
            byte[] damaged = damaged(sound, random, round);
            Files.write(file, damaged);
            assertThat(since).exists();
            StoreOpener start = StoreOpener.open(file, NOW);
            try (AgentStore store = start.store()) {
                if (start.refused().isPresent()) {
                    refusals++;
                    assertThat(store.isStandIn())
                            .as("round %d, seed %d", round, SEED)
                            .isTrue();
                    List<Path> aside = aside();
                    assertThat(aside.isEmpty() && damaged.length > 0)
                            .as("round %d, seed %d", round, SEED)
                            .isFalse();
                    for (Path path : aside) {
                        Files.delete(path);
                    }
                } else {
                    assertThat(store.firstRows(1000, Long.MAX_VALUE))
                            .as("round %d, seed %d", round, SEED)
                            .extracting(OutboxRow::key)
                            .containsExactlyInAnyOrderElementsOf(kept.keySet());
                }
            }
        }
        assertThat(refusals).as("damage that is noticed").isGreaterThan(50);
    }

    private static byte[] damaged(byte[] sound, Random random, int round) {
        if (round % 3 == 0) {
            return Arrays.copyOf(sound, random.nextInt(sound.length));
        }
        byte[] damaged = sound.clone();
        int length = round % 3 == 1 ? 1 + random.nextInt(8) : 512 + random.nextInt(8192);
        int at = random.nextInt(sound.length);
        for (int i = at; i < Math.min(sound.length, at + length); i++) {
            damaged[i] = (byte) random.nextInt(256);
        }
        return damaged;
    }
}
