package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.MosquittoBroker;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.TestAgent;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.admin.access.Intruder.Hello;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.Json;
import org.yici.contract.Topics;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.EntryMessage;
import org.yici.contract.message.Health;
import org.yici.contract.message.Recorded;
import org.yici.contract.message.Recorded.Result;
import org.yici.contract.message.Stamp;

/** Terminals that send as much as they can, with a real broker and a real database: what their neighbours notice of it. */
class FairShareTest {
    private static final int FLOODERS = 3;
    private static final int PER_SECOND = 500;
    private static final int BATCHES_PER_SECOND = 10;
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(2);

    @TempDir
    Path data;

    private final Uuid7 keys = new Uuid7(Time.system(), new SecureRandom());
    private final ScheduledExecutorService senders = Executors.newScheduledThreadPool(FLOODERS);
    private final List<ScheduledFuture<?>> floods = new ArrayList<>();
    private MosquittoBroker broker;
    private TestService service;

    @BeforeEach
    void start() throws Exception {
        broker = MosquittoBroker.start();
        service = TestService.start(
                data,
                PrivatePostgres.freshDatabase(),
                Map.of("yici.broker.uri", broker.address().toString()));
    }

    @AfterEach
    void stop() throws Exception {
        senders.shutdownNow();
        assertThat(senders.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        service.close();
        broker.close();
    }

    /** A part of what a terminal has to say. */
    @FunctionalInterface
    private interface Message {
        byte[] next(int number);
    }

    private Intruder flood(TestTerminal terminal, String leaf, Message message) throws Exception {
        Intruder at = Intruder.connect(AccessFixture.tls(terminal), broker.address(), new Hello(terminal.id()));
        at.subscribe(Topics.inFilter(new TerminalId(terminal.id())));
        String topic = Topics.out(new TerminalId(terminal.id()), leaf);
        int[] sent = {0};
        floods.add(senders.scheduleAtFixedRate(
                () -> {
                    for (int i = 0; i < PER_SECOND / BATCHES_PER_SECOND; i++) {
                        assertThat(at.send(Intruder.publication(topic, message.next(sent[0]++), false, false)))
                                .as("the broker takes the flood")
                                .isTrue();
                    }
                },
                0,
                1000 / BATCHES_PER_SECOND,
                TimeUnit.MILLISECONDS));
        return at;
    }

    private byte[] entry(String terminal, int number) {
        return Json.write(new EntryMessage(1, new Stamp(1, number), event(terminal, keys.next())));
    }

    private static Entry event(String terminal, UUID key) {
        SessionEvent event = new SessionEvent("s", "CARD_READ", SessionEvent.Level.INFO, Map.of(), Instant.now());
        return Entry.open(new EntryHeader(terminal, key, 1, EntryKinds.SESSION_EVENT, 1), Json.tree(event));
    }

    private long entriesOf(String terminal) {
        return service.sql()
                .sql("select count(*) from entry where terminal = ?")
                .param(terminal)
                .query(Long.class)
                .single();
    }

    private String paper(String terminal) {
        return service.sql()
                .sql("select condition->'devices'->1->'details'->>'paper' from terminal_state where terminal = ?")
                .param(terminal)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void neighbourIsServed(TestAgent neighbour, String id) throws Exception {
        for (String word : List.of("low", "full", "out")) {
            neighbour.health(word);
            await().atMost(SHOWN_WITHIN).pollInterval(Duration.ofMillis(20)).until(() -> paper(id)
                    .equals(word));
            UUID key = keys.next();
            neighbour.entry(event(id, key));
            assertThat(neighbour.awaitRecorded()).isEqualTo(new Recorded(1, key, 1, Result.RECORDED));
        }
    }

    private void floodsGoOn() throws ExecutionException, InterruptedException {
        for (ScheduledFuture<?> flood : floods) {
            if (flood.isDone()) {
                flood.get();
            }
            assertThat(flood.isDone()).as("a flood is over").isFalse();
        }
    }

    @Test
    void floodsOfEntriesDoNotHoldUpANeighbour() throws Exception {
        TestTerminal neighbour = service.enrolled("village-0001", "邻村");
        List<Intruder> flooders = new ArrayList<>();
        for (int i = 1; i <= FLOODERS; i++) {
            String id = "flooder-%04d".formatted(i);
            flooders.add(flood(service.enrolled(id, "洪水"), Topics.ENTRY, number -> entry(id, number)));
        }
        try (TestAgent agent = TestAgent.connect(neighbour, broker.address(), 1)) {
            agent.birth();
            await().until(() -> entriesOf("flooder-0001") > 2 * PER_SECOND);
            neighbourIsServed(agent, neighbour.id());
            floodsGoOn();
        }
        floods.forEach(flood -> flood.cancel(false));
        for (Intruder flooder : flooders) {
            assertAnsweredAreKept(flooder);
            flooder.close();
        }
    }

    /** What a terminal may forget is in the database; how much else of a flood is, is nobody's promise. */
    private void assertAnsweredAreKept(Intruder flooder) throws Exception {
        List<Intruder.Heard> answers = List.copyOf(flooder.heard());
        assertThat(answers).isNotEmpty();
        for (Intruder.Heard answer : answers) {
            Recorded recorded = Json.read(answer.content().getBytes(StandardCharsets.UTF_8), Recorded.class);
            assertThat(service.rows("select 1 from entry where key = ?", recorded.key()))
                    .as("answered %s", recorded)
                    .hasSize(1);
        }
    }

    @Test
    void floodsOfStatesDoNotHoldUpANeighbourAndFiveASecondPass() throws Exception {
        TestTerminal neighbour = service.enrolled("village-0001", "邻村");
        long connection = System.currentTimeMillis();
        for (int i = 1; i <= FLOODERS; i++) {
            String id = "flooder-%04d".formatted(i);
            flood(
                    service.enrolled(id, "洪水"),
                    Topics.HEALTH,
                    number -> Json.write(new Health(
                            1, id, new Stamp(connection, number), Instant.now(), TestAgent.condition("full"))));
        }
        try (TestAgent agent = TestAgent.connect(neighbour, broker.address(), 1)) {
            agent.birth();
            await().until(() -> refusals("STATE_TOO_FAST") > 2 * PER_SECOND);
            neighbourIsServed(agent, neighbour.id());
            floodsGoOn();
        }
        assertThat(service.rows("select online from terminal_state where terminal = 'flooder-0001'"))
                .as("a flooder's own state, five times a second")
                .hasSize(1);
    }

    private long refusals(String kind) {
        return service.sql()
                .sql("select coalesce(sum(times), 0) from refusal where kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }
}
