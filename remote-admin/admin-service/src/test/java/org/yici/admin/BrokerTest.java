package org.yici.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.health.Presence;
import org.yici.admin.health.StateStore;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.Topics;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.Recorded.Result;

/** The service and its broker, whatever becomes of the line between them. */
class BrokerTest {
    private static final TerminalId TERMINAL = new TerminalId("town-0001");

    @TempDir
    Path data;

    private TestService behind(MosquittoBroker broker) throws Exception {
        return TestService.start(data, PrivatePostgres.freshDatabase(), broker.settings());
    }

    @Test
    void followsATerminalAndRecordsItsEntries() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.start();
                TestService service = behind(broker)) {
            TestTerminal machine = service.enrolled(TERMINAL.value(), "示范乡镇");
            TestTerminal neighbour = service.enrolled("town-0002", "邻镇");

            TestAgent first = TestAgent.connect(machine, broker.address(), 1);
            first.birth();
            await().until(() -> presence(service) == Presence.ONLINE);
            first.vanish();
            await().atMost(Duration.ofSeconds(5)).until(() -> presence(service) == Presence.OFFLINE);

            try (TestAgent second = TestAgent.connect(machine, broker.address(), 2);
                    TestAgent other = TestAgent.connect(neighbour, broker.address(), 1)) {
                second.birth();
                other.publish(Topics.out(TERMINAL, Topics.DEATH), "{}".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 10; i++) {
                    second.entry(event(TERMINAL.value(), TestAgent.key()));
                    assertThat(second.awaitRecorded().result()).isEqualTo(Result.RECORDED);
                }
                assertThat(other.heardNothing()).isTrue();
                assertThat(presence(service)).isEqualTo(Presence.ONLINE);
                second.leave();
            }
            await().until(() -> presence(service) == Presence.OFFLINE);
        }
    }

    /**
     * Mosquitto sends more than the service's 64 after an acknowledgement; after a cut terminals send as many entries at once as they may,
     * and all again.
     */
    @Test
    void answersBurstsOfRepeatsOverOneConnection() throws Exception {
        try (MosquittoBroker broker = MosquittoBroker.start();
                TestService service = behind(broker)) {
            Map<String, TestAgent> agents = new LinkedHashMap<>();
            for (int i = 1; i <= 12; i++) {
                String name = "town-%04d".formatted(i);
                agents.put(name, TestAgent.connect(service.enrolled(name, "乡镇"), broker.address(), 1));
            }
            agents.values().iterator().next().birth();
            await().until(() -> presence(service) == Presence.ONLINE);
            Set<Integer> watches = new StateStore(service.sql()).liveWatches();
            CompletableFuture.allOf(agents.entrySet().stream()
                            .map(one -> CompletableFuture.runAsync(
                                    () -> repeatBursts(one.getValue(), one.getKey()),
                                    work -> new Thread(work, one.getKey()).start()))
                            .toArray(CompletableFuture[]::new))
                    .join();
            assertThat(new StateStore(service.sql()).liveWatches()).isEqualTo(watches);
            for (TestAgent agent : agents.values()) {
                agent.close();
            }
        }
    }

    private static void repeatBursts(TestAgent agent, String terminal) {
        try {
            List<Entry> entries = Stream.generate(() -> event(terminal, TestAgent.key()))
                    .limit(20)
                    .toList();
            for (int round = 0; round < 10; round++) {
                agent.burst(entries);
                for (int i = 0; i < entries.size(); i++) {
                    agent.awaitRecorded();
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void knowsNothingOfTerminalsWhileTheBrokerIsGone() throws Exception {
        MosquittoBroker broker = MosquittoBroker.start();
        try (TestService service = behind(broker)) {
            TestTerminal machine = service.enrolled(TERMINAL.value(), "示范乡镇");
            TestAgent agent = TestAgent.connect(machine, broker.address(), 1);
            agent.birth();
            await().until(() -> presence(service) == Presence.ONLINE);

            broker.close();
            await().until(() -> presence(service) == Presence.UNKNOWN);
        }
    }

    private static Entry event(String terminal, UUID key) {
        SessionEvent event = new SessionEvent("s", "CARD_READ", SessionEvent.Level.INFO, Map.of(), Instant.now());
        return Entry.open(new EntryHeader(terminal, key, 1, EntryKinds.SESSION_EVENT, 1), Json.tree(event));
    }

    private static Presence presence(TestService service) {
        StateStore states = new StateStore(service.sql());
        return Presence.of(Optional.of(TERMINAL).flatMap(states::find), states.liveWatches());
    }
}
