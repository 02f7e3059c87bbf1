package org.yici.agent.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.agent.fixture.Facts;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.agent.store.OutboxRow;
import org.yici.base.ErrorCode;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.DeviceReport;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.PrintIntent;
import org.yici.ipc.SessionMessage;

/** What a session may have kept, and what it may tell. */
class StoreRequestHandlerTest extends SessionManagerFixture {
    @Test
    void keepsOnceUnderAKeyAndRefusesOtherContent() throws Exception {
        ScriptedSession session = inFront(1);
        Entry entry = Facts.entry(Facts.key(), 1);
        UUID key = entry.header().key();
        for (int i = 1; i <= 3; i++) {
            session.say(new SessionMessage.KeepEntry(entry));
            assertThat(session.await(AgentMessage.Stored.class, i)).isEqualTo(new AgentMessage.Stored(key, 1));
        }
        session.say(new SessionMessage.KeepEntry(Facts.entry(key, 1)));
        assertThat(session.await(AgentMessage.Rejected.class))
                .isEqualTo(new AgentMessage.Rejected(key, 1, ErrorCode.AGENT_REFUSED.code()));
        session.say(new SessionMessage.KeepEntry(Facts.entry(key, 2)));
        session.await(AgentMessage.Stored.class, 4);
        assertThat(onLoop(() -> store.outboxRows())).isEqualTo(2);
        session.close();
    }

    @Test
    void keepsNothingThatIsOpenOrOfAnotherTerminalOrTooLong() throws Exception {
        ScriptedSession session = inFront(1);
        centre.longestEntry = 4000;
        UUID open = Facts.key();
        session.say(new SessionMessage.KeepEntry(Entry.open(
                new EntryHeader(Facts.TERMINAL, open, 1, "application", 1), Json.tree(Map.of("name", "林知夏")))));
        UUID foreign = Facts.key();
        session.say(new SessionMessage.KeepEntry(
                Entry.sealed(new EntryHeader("other-0001", foreign, 1, EntryKinds.PRINT_OUTCOME, 1), Facts.box(10))));
        UUID tooLong = Facts.key();
        session.say(new SessionMessage.KeepEntry(Facts.entry(tooLong, 1, 5000)));
        for (UUID key : List.of(open, foreign, tooLong)) {
            assertThat(session.awaitAnswer(key)).isEqualTo(new AgentMessage.Rejected(key, 1, "K03"));
        }
        assertThat(onLoop(() -> store.outboxRows())).isZero();
        session.close();
    }

    @Test
    void tellsThatTheStoreIsFull() throws Exception {
        ScriptedSession session = inFront(1);
        onLoop(() -> {
            store.close();
            return true;
        });
        UUID key = Facts.key();
        session.say(new SessionMessage.KeepEntry(Facts.entry(key, 1)));
        assertThat(session.awaitAnswer(key)).isEqualTo(new AgentMessage.Rejected(key, 1, "K02"));
        PrintIntent intent = Facts.intent(Facts.key(), Facts.COPY);
        session.say(new SessionMessage.KeepIntent(intent));
        assertThat(session.awaitAnswer(intent.key())).isEqualTo(new AgentMessage.Rejected(intent.key(), 0, "K02"));
        session.close();
    }

    @Test
    void handsAnOpenIntentToTheNextAndTellsItWhenThatIsClosed() throws Exception {
        ScriptedSession first = inFront(1);
        PrintIntent intent = Facts.intent(Facts.key(), Facts.COPY);
        first.say(new SessionMessage.KeepIntent(intent));
        assertThat(first.awaitAnswer(intent.key())).isEqualTo(new AgentMessage.Stored(intent.key(), 0));
        first.close();
        ScriptedSession second = inFront(2);
        List<PrintIntent> open = second.await(AgentMessage.DisplayGrant.class).openIntents();
        assertThat(open).hasSize(1);
        assertThat(Json.write(open.get(0))).isEqualTo(Json.write(intent));
        Entry report = Facts.entry(intent.key(), 1);
        second.say(new SessionMessage.KeepOutcome(intent.key(), "SOMETIMES", report));
        assertThat(second.await(AgentMessage.Rejected.class).code()).isEqualTo("K03");
        second.say(new SessionMessage.KeepOutcome(intent.key(), "UNCERTAIN", report));
        second.await(AgentMessage.Stored.class);
        assertThat(second.await(AgentMessage.DisplayGrant.class, 2).openIntents())
                .isEmpty();
        assertThat(onLoop(() -> store.firstRows(9, Long.MAX_VALUE))).contains(new OutboxRow(intent.key(), 1));
        Entry contradiction = Facts.entry(Facts.key(), 1);
        second.say(new SessionMessage.KeepOutcome(intent.key(), "FAILED", contradiction));
        assertThat(second.awaitAnswer(contradiction.header().key()))
                .as("a second close")
                .isEqualTo(new AgentMessage.Rejected(contradiction.header().key(), 1, "K03"));
        second.close();
    }

    // ---- what is told

    @Test
    void holdsEventsToClosedWords() throws Exception {
        ScriptedSession session = inFront(1);
        session.say(new SessionMessage.Event("林知夏", SessionEvent.Level.INFO, Map.of("0001", 1L, "millis", 2L)));
        session.say(new SessionMessage.Event("CARD_READ", SessionEvent.Level.INFO, Map.of("millis", 210L)));
        session.say(new SessionMessage.Event("ERROR_SHOWN", SessionEvent.Level.WARNING, Map.of("P", 6L)));
        awaitEvent(EventCode.ERROR_SHOWN, 1);
        awaitEvent(EventCode.CARD_READ, 1);
        assertThat(events(EventCode.UNKNOWN_CODE)).isEqualTo(1);
        List<String> bodies = onLoop(() -> {
            StringBuilder all = new StringBuilder();
            for (OutboxRow row : store.firstRows(9, Long.MAX_VALUE)) {
                all.append(new String(store.content(row).orElseThrow(), StandardCharsets.UTF_8));
            }
            return List.of(all.toString());
        });
        assertThat(bodies.get(0))
                .contains("UNKNOWN_CODE", "\"millis\":2", "{\"P\":6}")
                .doesNotContain("林知夏", "\"0001\"");
        session.close();
    }

    @Test
    void knowsTheDevicesOnlyWhileASessionLooks() throws Exception {
        ScriptedSession session = inFront(1);
        DeviceReport printer =
                new DeviceReport("printer", "documentPrinter", "online", Map.of("paper", "full"), List.of());
        session.say(new SessionMessage.Status(List.of(printer)));
        settle(session);
        assertThat(onLoop(() -> desk.devices())).containsExactly(printer);
        assertThat(onLoop(() -> desk.session())).isEqualTo("idle");
        session.say(new SessionMessage.Event("CARD_READ", SessionEvent.Level.INFO, Map.of()));
        settle(session);
        assertThat(onLoop(() -> desk.session())).isEqualTo("citizen");
        ScriptedSession standby = waiting(2);
        standby.say(new SessionMessage.Status(List.of()));
        settle(session);
        assertThat(onLoop(() -> desk.devices())).containsExactly(printer);
        standby.close();
        session.close();
        await().atMost(PATIENCE).until(() -> onLoop(() -> desk.session()).equals("none"));
        assertThat(onLoop(() -> desk.devices()))
                .containsExactly(new DeviceReport("printer", "documentPrinter", "unknown", Map.of(), List.of()));
    }

    /** Each session counts from nothing; the centre hears of all. */
    @Test
    void addsUpWhatDevicesCountOverSessionsAndRestarts() throws Exception {
        ScriptedSession first = inFront(1);
        first.say(new SessionMessage.Status(List.of(reader(Map.of("reads", 2L)))));
        first.say(new SessionMessage.Status(
                List.of(reader(Map.of("reads", 3L, "failures", 1L, "000101198802290029", 4L)))));
        settle(first);
        assertThat(counts()).isEqualTo(Map.of("reads", 3L, "failures", 1L));
        first.close();
        await().atMost(PATIENCE).until(() -> onLoop(() -> desk.session()).equals("none"));
        assertThat(counts()).as("while nobody looks").isEqualTo(Map.of("reads", 3L, "failures", 1L));
        String token = ScriptedSession.token(folders, 2);
        ScriptedSession second = ScriptedSession.connect(folders, 2, token, UUID.randomUUID());
        second.await(AgentMessage.DisplayGrant.class);
        second.say(new SessionMessage.Status(List.of(reader(Map.of("reads", 1L, "failures", -5L)))));
        settle(second);
        assertThat(counts()).isEqualTo(Map.of("reads", 4L, "failures", 1L));
        stopDesk();
        startDesk(Set.of(ME));
        ScriptedSession again = ScriptedSession.connect(folders, 2, token, second.id());
        again.await(AgentMessage.DisplayGrant.class);
        again.say(new SessionMessage.Status(List.of(reader(Map.of("reads", 1L)))));
        settle(again);
        assertThat(counts()).as("told once more to a restarted agent").isEqualTo(Map.of("reads", 4L, "failures", 1L));
        again.close();
        await().atMost(PATIENCE).until(() -> onLoop(() -> desk.session()).equals("none"));
        ScriptedSession third = inFront(1);
        third.say(new SessionMessage.Status(List.of(reader(Map.of()))));
        settle(third);
        assertThat(counts()).isEqualTo(Map.of("reads", 4L, "failures", 1L));
        third.close();
    }

    private static DeviceReport reader(Map<String, Long> counts) {
        return new DeviceReport("reader", "identityReader", "online", Map.of(), List.of(), counts);
    }

    private Map<String, Long> counts() {
        return onLoop(() -> desk.devices().get(0).counts());
    }

    @Test
    void survivesASessionThatSendsNoise() throws Exception {
        ScriptedSession first = inFront(1);
        try (SocketChannel noise = SocketChannel.open(UnixDomainSocketAddress.of(folders.agentSocket()))) {
            noise.write(ByteBuffer.wrap(new byte[] {0x7f, 1, 2, 3, 4, 5}));
            settle(first);
        }
        first.close();
    }
}
