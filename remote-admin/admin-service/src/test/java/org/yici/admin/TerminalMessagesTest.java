package org.yici.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.Topics;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SealedBox;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.message.EntryMessage;
import org.yici.contract.message.Recorded;
import org.yici.contract.message.Recorded.Result;
import org.yici.contract.message.Stamp;
import org.yici.contract.sealing.CentreKey;
import org.yici.contract.sealing.Sealer;

/** What terminals say over the broker, and what becomes of it. */
class TerminalMessagesTest {
    private static final int REFUSED = 0x87;

    @TempDir
    static Path data;

    private static TestService service;
    private static TestTerminal terminal;
    private static Sealer sealer;

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(data);
        terminal = service.enrolled("post-0001", "示范邮局");
        sealer = new Sealer(CentreKey.read(TestKeys.trust().resolve("centre-sealing.pem")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static EntryHeader header(UUID key, String kind) {
        return new EntryHeader(terminal.id(), key, 1, kind, 1);
    }

    private static Entry event(UUID key, String session, String code) {
        SessionEvent event =
                new SessionEvent(session, code, SessionEvent.Level.INFO, Map.of("sheets", 1L), Instant.now());
        return Entry.open(header(key, EntryKinds.SESSION_EVENT), Json.tree(event));
    }

    private static PrintReport report(String copyId, PrintReport.Outcome outcome) {
        return new PrintReport(
                copyId,
                Optional.empty(),
                outcome,
                Optional.of("IMPRESSIONS"),
                1,
                1,
                Optional.empty(),
                UUID.randomUUID().toString(),
                Instant.now());
    }

    private static TestAgent connected(long connection) throws Exception {
        TestAgent agent = TestAgent.connect(terminal, service.broker(), connection);
        agent.birth();
        return agent;
    }

    private static Map<String, Object> state(String id) {
        return service.sql()
                .sql("select online, clean, connection from terminal_state where terminal = ?")
                .param(id)
                .query()
                .singleRow();
    }

    @Test
    void recordsAnEventOnceAndAnswersARepeatTheSame() throws Exception {
        UUID key = TestAgent.key();
        String session = UUID.randomUUID().toString();
        Entry event = event(key, session, "CARD_READ");
        try (TestAgent agent = connected(System.currentTimeMillis())) {
            for (int i = 0; i < 2; i++) {
                agent.entry(event);
                assertThat(agent.awaitRecorded()).isEqualTo(new Recorded(1, key, 1, Result.RECORDED));
            }
        }
        assertThat(service.rows("select code from session_event where session = ?", session))
                .singleElement()
                .satisfies(row -> assertThat(row.get("code")).isEqualTo("CARD_READ"));
    }

    @Test
    void quarantinesOtherContentUnderAKeyThatWasUsed() throws Exception {
        UUID key = TestAgent.key();
        try (TestAgent agent = connected(System.currentTimeMillis())) {
            agent.entry(event(key, "first", "CARD_READ"));
            assertThat(agent.awaitRecorded().result()).isEqualTo(Result.RECORDED);
            agent.entry(event(key, "second", "CARD_READ"));
            assertThat(agent.awaitRecorded().result()).isEqualTo(Result.QUARANTINED);
        }
        assertThat(service.rows("select 1 from entry_conflict where key = ?", key))
                .hasSize(1);
        assertThat(service.rows("select session from session_event where key = ?", key))
                .singleElement()
                .satisfies(row -> assertThat(row.get("session")).isEqualTo("first"));
    }

    @Test
    void opensAPrintReportAndNotesTheCopysOutcome() throws Exception {
        IssuedCopy copy =
                terminal.copy(terminal.pass().pass(), UUID.randomUUID(), new Citizen("陈禾", "00010219930412204X"));
        UUID key = TestAgent.key();
        try (TestAgent agent = connected(System.currentTimeMillis())) {
            agent.entry(sealer.seal(
                    header(key, EntryKinds.PRINT_OUTCOME), report(copy.copyId(), PrintReport.Outcome.UNCERTAIN)));
            assertThat(agent.awaitRecorded().result()).isEqualTo(Result.RECORDED);
            EntryHeader later = new EntryHeader(terminal.id(), key, 2, EntryKinds.PRINT_OUTCOME, 1);
            agent.entry(sealer.seal(later, report(copy.copyId(), PrintReport.Outcome.DELIVERED)));
            assertThat(agent.awaitRecorded().result()).isEqualTo(Result.RECORDED);
        }
        assertThat(service.rows(
                        "select outcome, evidence, sheets_out from certificate_copy where copy_id = ?", copy.copyId()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("outcome", "DELIVERED")
                        .containsEntry("evidence", "IMPRESSIONS")
                        .containsEntry("sheets_out", 1));
    }

    @Test
    void quarantinesWhatItCannotOpenUnderstandOrPlace() throws Exception {
        UUID damaged = TestAgent.key();
        UUID unknownKind = TestAgent.key();
        UUID otherCopy = TestAgent.key();
        UUID nul = TestAgent.key();
        SealedBox box = sealer.seal(
                        header(damaged, EntryKinds.PRINT_OUTCOME), report("yc-x", PrintReport.Outcome.DELIVERED))
                .box()
                .orElseThrow();
        box.ciphertext()[3] ^= 1;
        try (TestAgent agent = connected(System.currentTimeMillis())) {
            agent.entry(Entry.sealed(header(damaged, EntryKinds.PRINT_OUTCOME), box));
            agent.entry(Entry.open(header(unknownKind, "of-tomorrow"), Json.tree(Map.of("a", 1))));
            agent.entry(sealer.seal(
                    header(otherCopy, EntryKinds.PRINT_OUTCOME),
                    report("yc-0000000000000000", PrintReport.Outcome.DELIVERED)));
            agent.entry(Entry.open(
                    header(nul, EntryKinds.SESSION_EVENT), Json.tree(Map.of("session", "a\0b", "code", "CARD_READ"))));
            for (int i = 0; i < 4; i++) {
                assertThat(agent.awaitRecorded().result()).isEqualTo(Result.QUARANTINED);
            }
        }
        assertThat(reason(damaged)).isEqualTo("UNOPENABLE");
        assertThat(reason(unknownKind)).isEqualTo("UNKNOWN_KIND");
        assertThat(reason(otherCopy)).isEqualTo("UNKNOWN_COPY");
        assertThat(reason(nul)).isEqualTo("UNREADABLE");
    }

    private static String reason(UUID key) {
        return service.sql()
                .sql("select reason from entry where key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    @Test
    void outlivesWhateverATerminalSends() throws Exception {
        String entries = Topics.out(new TerminalId(terminal.id()), Topics.ENTRY);
        UUID later = TestAgent.key();
        EntryMessage message = new EntryMessage(1, new Stamp(1, 1), event(later, "s", "CARD_READ"));
        String ofTomorrow =
                new String(Json.write(message), StandardCharsets.UTF_8).replaceFirst("\"version\":1", "\"version\":7");
        EntryHeader foreign = new EntryHeader("post-9999", TestAgent.key(), 1, EntryKinds.SESSION_EVENT, 1);
        try (TestAgent agent = connected(System.currentTimeMillis())) {
            agent.publish(entries, "{".getBytes(StandardCharsets.UTF_8));
            agent.publish(entries, new byte[0]);
            agent.publish(entries, new byte[400_000]);
            agent.publish(
                    Topics.out(new TerminalId(terminal.id()), Topics.HEALTH), "[]".getBytes(StandardCharsets.UTF_8));
            agent.publish(
                    Topics.out(new TerminalId(terminal.id()), Topics.BIRTH),
                    "{\"version\":1}".getBytes(StandardCharsets.UTF_8));
            agent.entry(Entry.open(foreign, Json.tree(Map.of())));
            agent.publish(entries, ofTomorrow.getBytes(StandardCharsets.UTF_8));

            assertThat(agent.awaitRecorded())
                    .as("an entry in a form that is not known yet, by its key")
                    .isEqualTo(new Recorded(1, later, 1, Result.QUARANTINED));
            UUID after = TestAgent.key();
            agent.entry(event(after, "s", "CARD_READ"));
            assertThat(agent.awaitRecorded()).isEqualTo(new Recorded(1, after, 1, Result.RECORDED));
        }
        await().untilAsserted(() -> assertThat(service.rows("select kind from refusal where who = ?", terminal.id()))
                .extracting(row -> row.get("kind"))
                .contains("MESSAGE_MALFORMED", "MESSAGE_FOREIGN", "ENTRY_QUARANTINED"));
    }

    @Test
    void followsATerminalThroughItsConnections() throws Exception {
        TestTerminal machine = service.enrolled("post-0002", "示范支局");
        TestAgent first = TestAgent.connect(machine, service.broker(), 100);
        first.birth();
        await().until(() -> service.rows("select 1 from terminal_state where terminal = 'post-0002' and online")
                        .size()
                == 1);

        TestAgent second = TestAgent.connect(machine, service.broker(), 101);
        second.birth();
        assertThat(first.awaitEnd())
                .as("the broker ends the connection that was taken over, and before 2.0.15 does not say why")
                .isIn(142, 0);
        second.health("low");
        await().until(() -> Long.valueOf(101).equals(state("post-0002").get("connection")));
        assertThat(state("post-0002")).containsEntry("online", true);

        second.leave();
        await().atMost(Duration.ofSeconds(2))
                .until(() -> Boolean.FALSE.equals(state("post-0002").get("online")));
        assertThat(state("post-0002")).containsEntry("clean", true);

        TestAgent third = TestAgent.connect(machine, service.broker(), 102);
        third.birth();
        await().until(() -> Boolean.TRUE.equals(state("post-0002").get("online")));
        third.vanish();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Boolean.FALSE.equals(state("post-0002").get("online")));
        assertThat(state("post-0002")).containsEntry("clean", false);
    }

    @Test
    void holdsATerminalToItsOwnTopics() throws Exception {
        TestTerminal neighbour = service.enrolled("post-0003", "邻点");
        TerminalId victim = new TerminalId(terminal.id());
        try (TestAgent agent = TestAgent.connect(neighbour, service.broker(), 1)) {
            assertThat(agent.publish(Topics.out(victim, Topics.DEATH), "{}".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(REFUSED);
            assertThat(agent.publish(Topics.in(victim, Topics.RECORDED), "{}".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(REFUSED);
            assertThat(agent.publish("$CONTROL/dynamic-security/v1", "{}".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(REFUSED);
            assertThat(agent.publish(
                            Topics.out(new TerminalId(neighbour.id()), "gossip"),
                            "{}".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(REFUSED);
        }
    }
}
