package org.yici.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.agent.fixture.Facts;
import org.yici.agent.fixture.HostileWords;
import org.yici.agent.fixture.Mosquitto;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.agent.fixture.ServiceAtBroker;
import org.yici.agent.fixture.ThrowawayCentre;
import org.yici.agent.fixture.Wire;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.OutboxRow;
import org.yici.base.Folders;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.EventCode;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.Health;
import org.yici.contract.message.Recorded;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.SessionMessage;

/** The whole agent against Debian's Mosquitto, over mutual TLS. */
class BrokerLifeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Held, or the level would be forgotten: Paho writes a stack trace for each broken link. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho");

    @TempDir
    Path data;

    private Folders folders;
    private ThrowawayCentre centre;
    private Mosquitto broker;
    private ServiceAtBroker service;
    private @Nullable RunningAgent agent;

    @BeforeEach
    void start() throws Exception {
        PAHO.setLevel(Level.OFF);
        folders = new Folders(data);
        centre = ThrowawayCentre.get();
        centre.installTrust(folders);
        Facts.install(folders);
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
        return startAgent(broker.uri(), 10);
    }

    private RunningAgent startAgent(URI uri, int keepAliveSeconds) throws Exception {
        AgentConfig config = new AgentConfig(
                new TerminalId(Facts.TERMINAL),
                uri,
                URI.create("https://localhost:9"),
                keepAliveSeconds,
                2,
                Set.of(System.getProperty("user.name")),
                60,
                1);
        return RunningAgent.start(folders, config, Duration.ofSeconds(3));
    }

    private ScriptedSession sessionInFront() throws Exception {
        ScriptedSession session = ScriptedSession.start(folders, 1);
        session.beat();
        session.await(AgentMessage.DisplayGrant.class);
        return session;
    }

    private void keep(ScriptedSession session, UUID key) throws Exception {
        session.say(new SessionMessage.KeepEntry(Facts.entry(key, 1)));
        assertThat(session.awaitAnswer(key)).isEqualTo(new AgentMessage.Stored(key, 1));
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
            session.say(new SessionMessage.Status(List.of(reader)));
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
        await().atMost(PATIENCE).until(() -> rows() == 0);
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
        UUID silent = Facts.key();
        UUID refused = Facts.key();
        service.passOver(silent);
        service.answerWith(Recorded.Result.QUARANTINED);
        try (ScriptedSession session = sessionInFront()) {
            service.send(new TerminalId(Facts.TERMINAL), "weather", new byte[] {1, 2, 3});
            service.send(new TerminalId(Facts.TERMINAL), "recorded", new byte[] {1, 2, 3});
            keep(session, silent);
            keep(session, refused);
            await().atMost(PATIENCE).until(() -> keys().equals(List.of(silent)));
            assertThat(service.recorded()).containsKey(refused);
            assertThat(service.entries())
                    .anyMatch(message -> message.entry().header().key().equals(silent));
        }
    }

    private List<UUID> keys() throws Exception {
        try (AgentStore store = store()) {
            return store.firstRows(99, Long.MAX_VALUE).stream()
                    .map(OutboxRow::key)
                    .toList();
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
            session.await(AgentMessage.DisplayGrant.class, 3);
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
        await().atMost(PATIENCE).until(() -> rows() == 0);
    }

    @Test
    void bringsEveryEntryHomeAcrossACutAndASilentWire() throws Exception {
        stopAgent();
        try (Wire wire = Wire.to(broker.uri())) {
            agent = startAgent(wire.uri(), 2);
            Set<UUID> kept = new HashSet<>();
            try (ScriptedSession session = sessionInFront()) {
                for (Wire.State fault : List.of(Wire.State.CUT, Wire.State.SILENT, Wire.State.CUT)) {
                    awaitOnline(session, true);
                    kept.add(keepOne(session));
                    wire.become(fault);
                    for (int i = 0; i < 40; i++) {
                        kept.add(keepOne(session));
                    }
                    awaitOnline(session, false);
                    wire.become(Wire.State.WHOLE);
                }
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> service.recorded().keySet().containsAll(kept));
            }
            await().atMost(PATIENCE).until(() -> told(EventCode.SESSION_LOST) == 1);
            await().atMost(PATIENCE).until(() -> rows() == 0);
            stopAgent();
        }
    }

    @Test
    void bringsNoTextOfASessionsChoiceToTheBroker() throws Exception {
        try (ScriptedSession session = sessionInFront()) {
            for (String marker : HostileWords.MARKERS) {
                for (SessionMessage message : HostileWords.messages(marker)) {
                    session.say(message);
                }
            }
            keepOne(session);
            await().atMost(PATIENCE).until(() -> service.healths().stream()
                    .flatMap(health -> health.condition().devices().stream())
                    .flatMap(device -> device.faults().stream())
                    .anyMatch(fault -> fault.name().equals("unknown-fault")));
        }
        await().atMost(PATIENCE).until(() -> told(EventCode.WORDS_REJECTED) == 1);
        String heard = new String(Json.write(List.of(service.healths(), service.entries(), service.births())), UTF_8);
        assertThat(heard).doesNotContain(HostileWords.MARKERS);
        assertThat(service.malformed()).isZero();
    }

    @Test
    void leavesABrokerThatHasBlockedItAndLosesNothing() throws Exception {
        try (ScriptedSession session = sessionInFront()) {
            awaitOnline(session, true);
            keepOne(session);
            await().atMost(PATIENCE).until(() -> rows() == 0);
            broker.block(Facts.TERMINAL);
            await().atMost(PATIENCE).until(() -> {
                keepOne(session);
                List<AgentMessage.DisplayGrant> states = session.all(AgentMessage.DisplayGrant.class);
                return !states.get(states.size() - 1).centreOnline();
            });
            UUID later = keepOne(session);
            assertThat(keys()).contains(later);
        }
    }

    private static void awaitOnline(ScriptedSession session, boolean online) {
        await().atMost(PATIENCE).until(() -> {
            List<AgentMessage.DisplayGrant> states = session.all(AgentMessage.DisplayGrant.class);
            return states.get(states.size() - 1).centreOnline() == online;
        });
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

    private long rows() throws Exception {
        try (AgentStore store = store()) {
            return store.outboxRows();
        }
    }
}
