package org.yici.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.agent.fixture.Facts;
import org.yici.agent.fixture.Mosquitto;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.agent.fixture.ServiceAtBroker;
import org.yici.agent.fixture.ThrowawayCentre;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.OutboxRow;
import org.yici.base.Folders;
import org.yici.base.TerminalId;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.EventCode;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.Health;
import org.yici.contract.message.Recorded;
import org.yici.link.FromAgent;
import org.yici.link.FromSession;

/** The whole agent against Debian's Mosquitto, over mutual TLS. */
class BrokerLifeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    Path data;

    private Folders folders;
    private ThrowawayCentre centre;
    private Mosquitto broker;
    private ServiceAtBroker service;
    private @Nullable RunningAgent agent;

    @BeforeEach
    void start() throws Exception {
        folders = new Folders(data);
        centre = ThrowawayCentre.get();
        centre.installTrust(folders);
        centre.enrol(folders, Facts.TERMINAL);
        broker = Mosquitto.start(centre);
        service = ServiceAtBroker.connect(centre, broker.uri());
        agent = startAgent();
    }

    @AfterEach
    void stop() throws Exception {
        if (agent != null) {
            agent.stop();
        }
        service.close();
        broker.close();
    }

    private RunningAgent startAgent() throws Exception {
        AgentConfig config = new AgentConfig(
                new TerminalId(Facts.TERMINAL),
                broker.uri(),
                URI.create("https://localhost:9"),
                10,
                2,
                Set.of(System.getProperty("user.name")),
                60);
        return RunningAgent.start(folders, config, Duration.ofSeconds(3));
    }

    private ScriptedSession sessionInFront() throws Exception {
        ScriptedSession session = ScriptedSession.start(folders, 1);
        session.beat();
        session.await(FromAgent.Foreground.class);
        return session;
    }

    private void keep(ScriptedSession session, UUID key) throws Exception {
        session.say(new FromSession.KeepEntry(Facts.entry(key, 1)));
        assertThat(session.awaitAnswer(key)).isEqualTo(new FromAgent.Kept(key, 1));
    }

    @Test
    void isBornTellsItsHealthAndBringsAnEntryHome() throws Exception {
        await().atMost(PATIENCE).until(() -> !service.healths().isEmpty());
        Birth birth = service.births().get(0);
        assertThat(birth.terminal()).isEqualTo(Facts.TERMINAL);
        assertThat(birth.stamp().sequence()).isZero();
        assertThat(birth.keepAliveSeconds()).isEqualTo(10);
        assertThat(birth.condition().session()).isEqualTo("none");
        assertThat(service.healths().get(0).stamp().sequence()).isEqualTo(1);

        try (ScriptedSession session = sessionInFront()) {
            DeviceReport reader = new DeviceReport("reader", "identityReader", "online", Map.of(), List.of());
            session.say(new FromSession.Status(List.of(reader)));
            await().atMost(PATIENCE).until(() -> service.healths().stream()
                    .map(Health::condition)
                    .anyMatch(condition -> condition.devices().equals(List.of(reader))
                            && condition.session().equals("idle")));

            UUID key = Facts.key();
            keep(session, key);
            await().atMost(PATIENCE).until(() -> service.recorded().containsKey(key));
        }
        await().atMost(PATIENCE)
                .until(() ->
                        service.recorded().size() == service.entries().size() && told(EventCode.SESSION_LOST) == 1);
        stopAgent();
        assertThat(rows()).isZero();
        assertThat(service.malformed()).isZero();
    }

    /** How many events of this code arrived. */
    private long told(EventCode code) {
        return service.entries().stream()
                .map(message -> message.entry())
                .filter(entry -> entry.header().kind().equals(EntryKinds.SESSION_EVENT))
                .filter(entry ->
                        entry.body().orElseThrow().get("code").stringValue().equals(code.name()))
                .count();
    }

    @Test
    void keepsWhatIsNotRecordedAndForgetsWhatIsQuarantined() throws Exception {
        service.answer(false);
        UUID silent = Facts.key();
        try (ScriptedSession session = sessionInFront()) {
            keep(session, silent);
            await().atMost(PATIENCE).until(() -> !service.entries().isEmpty());
            service.answer(true);
            service.answerWith(Recorded.Result.QUARANTINED);
            UUID refused = Facts.key();
            keep(session, refused);
            await().atMost(PATIENCE).until(() -> service.recorded().containsKey(refused));
            service.send(new TerminalId(Facts.TERMINAL), "weather", new byte[] {1, 2, 3});
            service.send(new TerminalId(Facts.TERMINAL), "recorded", new byte[] {1, 2, 3});
            service.answer(false);
        }
        stopAgent();
        try (AgentStore store = store()) {
            assertThat(store.firstRows(9, Long.MAX_VALUE))
                    .anyMatch(row -> row.key().equals(silent));
            assertThat(store.firstRows(9, Long.MAX_VALUE)).hasSize(2);
        }
    }

    @Test
    void bringsEveryEntryHomeAcrossAKilledBroker() throws Exception {
        Set<UUID> kept = new HashSet<>();
        try (ScriptedSession session = sessionInFront()) {
            for (int i = 0; i < 40; i++) {
                kept.add(keepOne(session));
            }
            Birth firstBirth = service.births().get(0);
            broker.kill();
            for (int i = 0; i < 100; i++) {
                kept.add(keepOne(session));
            }
            session.await(FromAgent.Foreground.class, 3);
            broker.start();
            service.close();
            ServiceAtBroker second = ServiceAtBroker.connect(centre, broker.uri());
            Set<UUID> first = Set.copyOf(service.recorded().keySet());
            service = second;
            for (int i = 0; i < 40; i++) {
                kept.add(keepOne(session));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                Set<UUID> arrived = new HashSet<>(first);
                arrived.addAll(second.recorded().keySet());
                return arrived.containsAll(kept);
            });
            long before = firstBirth.stamp().connection();
            assertThat(second.entries().get(0).stamp().connection()).isGreaterThan(before);
        }
        await().atMost(PATIENCE).until(() -> told(EventCode.SESSION_LOST) == 1);
        stopAgent();
        assertThat(rows()).isZero();
    }

    private UUID keepOne(ScriptedSession session) throws Exception {
        UUID key = Facts.key();
        keep(session, key);
        return key;
    }

    @Test
    void saysACleanDeathWhenItStopsAndConnectsUnderAHigherNumber() throws Exception {
        await().atMost(PATIENCE).until(() -> !service.births().isEmpty());
        long connection = service.births().get(0).stamp().connection();
        long before = System.nanoTime();
        stopAgent();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        await().atMost(PATIENCE).until(() -> !service.deaths().isEmpty());
        assertThat(service.deaths()).containsExactly(new Death(1, Facts.TERMINAL, connection, true));

        agent = startAgent();
        await().atMost(PATIENCE).until(() -> service.births().size() == 2);
        assertThat(service.births().get(1).stamp().connection()).isGreaterThan(connection);
    }

    private void stopAgent() {
        RunningAgent running = agent;
        agent = null;
        if (running != null) {
            running.stop();
        }
    }

    private AgentStore store() throws Exception {
        return AgentStore.open(folders.state().resolve("agent.db"));
    }

    private List<UUID> keys() throws Exception {
        try (AgentStore store = store()) {
            return store.firstRows(99, Long.MAX_VALUE).stream()
                    .map(OutboxRow::key)
                    .toList();
        }
    }

    private long rows() throws Exception {
        try (AgentStore store = store()) {
            return store.outboxRows();
        }
    }
}
