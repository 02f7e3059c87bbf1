package org.yici.agent.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yici.agent.fixture.Facts;
import org.yici.agent.fixture.HostileWords;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.agent.store.OutboxRow;
import org.yici.contract.Json;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;

/** A session that was taken over knows its citizen and wants a name or a number of theirs in the agent's store or on the broker. */
class HostileSessionTest extends SessionManagerFixture {
    private static List<byte[]> forms(String marker) {
        byte[] utf8 = marker.getBytes(StandardCharsets.UTF_8);
        return List.of(
                utf8,
                marker.getBytes(StandardCharsets.UTF_16LE),
                marker.getBytes(StandardCharsets.UTF_16BE),
                Base64.getEncoder().withoutPadding().encode(utf8),
                HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean holds(byte[] hay, byte[] needle) {
        return new String(hay, StandardCharsets.ISO_8859_1).contains(new String(needle, StandardCharsets.ISO_8859_1));
    }

    /** The files of the store, what goes to the broker of it, and what the health says. */
    private List<byte[]> whatIsKeptAndSent() throws Exception {
        List<byte[]> found = new ArrayList<>();
        onLoop(() -> {
            for (OutboxRow row : store.firstRows(9999, Long.MAX_VALUE)) {
                found.add(store.content(row).orElseThrow());
            }
            return found.add(Json.write(desk.devices()));
        });
        try (Stream<Path> files = Files.list(folders.state())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.add(Files.readAllBytes(file));
            }
        }
        return found;
    }

    @Test
    void cannotGetATextOfItsChoiceIntoTheStoreOrToTheBroker() throws Exception {
        ScriptedSession session = inFront(1);
        for (String marker : HostileWords.MARKERS) {
            for (SessionMessage message : HostileWords.messages(marker)) {
                session.say(message);
            }
        }
        settle(session);
        for (byte[] hay : whatIsKeptAndSent()) {
            for (String marker : HostileWords.MARKERS) {
                for (byte[] form : forms(marker)) {
                    assertThat(holds(hay, form)).as(marker).isFalse();
                }
            }
        }
        session.close();
        awaitEvent(EventCode.WORDS_REJECTED, 1);
    }

    @Test
    void cannotSayANumberOfItsChoice() throws Exception {
        ScriptedSession session = inFront(1);
        session.say(new SessionMessage.Event(
                "PRINT_DELIVERED", Level.INFO, Map.of("millis", 101_198_802_290_029L, "sheets", -1L, "P", 29L)));
        session.say(new SessionMessage.Event("ERROR_SHOWN", Level.INFO, Map.of("P", 6L, "millis", 12_345L)));
        awaitEvent(EventCode.ERROR_SHOWN, 1);
        String sent = whatIsKeptAndSent().stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .reduce("", String::concat);
        assertThat(sent).contains("{\"P\":6,\"millis\":12345}").doesNotContain("101198802290029", "\"P\":29");
        session.close();
    }

    @Test
    void cannotSayWhatTheAgentSays() throws Exception {
        ScriptedSession session = inFront(1);
        session.say(new SessionMessage.Event("STORE_REFUSED", Level.ERROR, Map.of()));
        awaitEvent(EventCode.UNKNOWN_CODE, 1);
        assertThat(events(EventCode.STORE_REFUSED)).isZero();
        session.close();
    }

    @Test
    void isGivenUpWhenItWantsTooMuchKept() throws Exception {
        ScriptedSession session = inFront(1);
        for (int i = 0; i < 1024; i++) {
            session.say(new SessionMessage.KeepEntry(Facts.entry(Facts.key(), 1, 8)));
        }
        session.say(new SessionMessage.KeepEntry(Facts.entry(Facts.key(), 1, 8)));
        session.await(AgentMessage.Halt.class);
        assertThat(session.all(AgentMessage.Stored.class)).hasSizeLessThanOrEqualTo(1024);
        session.close();
    }

    @Test
    void isGivenUpWhenItReportsItsDevicesWithoutPause() throws Exception {
        ScriptedSession session = inFront(1);
        for (int i = 0; i <= 200; i++) {
            session.say(new SessionMessage.Status(List.of()));
        }
        session.await(AgentMessage.Halt.class);
        session.close();
    }

    /** What no session of ours sends; each must cost this session its line and nobody else anything. */
    @Test
    void cannotEndTheAgentWithAMessageOfAnotherForm() throws Exception {
        List<String> forms = List.of(
                "{\"type\":\"outcome\",\"intent\":null,\"outcome\":null,\"report\":null}",
                "{\"type\":\"status\",\"devices\":[null]}",
                "{\"type\":\"status\",\"devices\":[{\"id\":\"林知夏\",\"kind\":\"documentPrinter\",\"state\":\"online\","
                        + "\"details\":{},\"faults\":[],\"counts\":{}}]}",
                "{\"type\":\"status\",\"devices\":[{\"id\":\"printer\",\"kind\":\"documentPrinter\",\"state\":\"online\","
                        + "\"details\":{\"paper\":null},\"faults\":[],\"counts\":{\"reads\":null}}]}",
                "{\"type\":\"event\",\"code\":\"CARD_READ\",\"level\":\"INFO\",\"numbers\":{\"millis\":null}}",
                "{\"type\":\"intent\",\"intent\":{}}",
                "[".repeat(40_000));
        for (String form : forms) {
            UUID id = UUID.randomUUID();
            String token = ScriptedSession.token(folders, 1);
            try (SocketChannel raw = SocketChannel.open(java.net.UnixDomainSocketAddress.of(folders.agentSocket()))) {
                SessionMessage hello = new SessionMessage.Hello(IpcMessage.PROTOCOL, 1, token, id, "test");
                raw.write(frame(Json.write(hello)));
                raw.write(frame(form.getBytes(StandardCharsets.UTF_8)));
                ByteBuffer answers = ByteBuffer.allocate(1 << 16);
                await().atMost(PATIENCE).until(() -> {
                    answers.clear();
                    return raw.read(answers) < 0;
                });
            }
        }
        ScriptedSession honest = inFront(2);
        settle(honest);
        honest.close();
    }

    private static ByteBuffer frame(byte[] json) {
        return ByteBuffer.allocate(4 + json.length)
                .putInt(json.length)
                .put(json)
                .flip();
    }
}
