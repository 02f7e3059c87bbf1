package org.yici.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.SealedBox;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.DeviceReport;

class IpcChannelTest {
    private static final UUID KEY = UUID.fromString("0199f000-0000-7000-8000-000000000001");
    private static final SealedBox BOX = new SealedBox("0123456789abcdef", new byte[32], new byte[40]);
    private static final Entry ENTRY = Entry.sealed(new EntryHeader("demo-0001", KEY, 1, "print-outcome", 1), BOX);
    private static final PrintIntent INTENT = new PrintIntent(KEY, "copy-1", "document-printer", 1, BOX);

    @TempDir
    Path folder;

    private ServerSocketChannel server;
    private IpcChannel near;
    private SocketChannel far;

    @BeforeEach
    void connect() throws IOException {
        Path socket = folder.resolve("agent.sock");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        near = IpcChannel.connect(socket);
        far = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        near.close();
        far.close();
        server.close();
    }

    static List<IpcMessage> messages() {
        return List.of(
                new SessionMessage.Hello(1, 2, "token", KEY, "0.1.0"),
                new SessionMessage.ScreenPainted(),
                new SessionMessage.Heartbeat(7),
                new SessionMessage.KeepEntry(ENTRY),
                new SessionMessage.KeepIntent(INTENT),
                new SessionMessage.KeepOutcome(KEY, "DELIVERED", ENTRY),
                new SessionMessage.Status(List.of(new DeviceReport(
                        "document-printer",
                        "documentPrinter",
                        "online",
                        Map.of("paper", "full"),
                        List.of(new DeviceReport.Fault("media-low", "clear", "media-low-report"))))),
                new SessionMessage.Event("CARD_READ", SessionEvent.Level.INFO, Map.of("millis", 210L)),
                new SessionMessage.Ending(SessionMessage.Reason.FINISHED),
                new AgentMessage.Welcome(1, "demo-0001", "0.1.0"),
                new AgentMessage.DisplayGrant(
                        Optional.of(new AgentMessage.Pass("a.b.c", Instant.parse("2026-11-01T00:15:00Z"))),
                        true,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        List.of(INTENT),
                        AgentMessage.PreviousEnd.LOST),
                new AgentMessage.DisplayGrant(
                        Optional.empty(),
                        Optional.of("C04"),
                        false,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Optional.empty(),
                        List.of(),
                        AgentMessage.PreviousEnd.NONE,
                        Optional.empty(),
                        Map.of("certificates", "D09")),
                new SessionMessage.StopService(KEY, "certificates", "D09"),
                new AgentMessage.Stored(KEY, 1),
                new AgentMessage.Rejected(KEY, 1, "K02"),
                new AgentMessage.Halt());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void carriesEveryMessageInEveryChunkSize(IpcMessage message) throws IOException {
        byte[] json = Json.write(message);
        byte[] frame = ByteBuffer.allocate(4 + json.length)
                .putInt(json.length)
                .put(json)
                .array();
        for (int chunk = 1; chunk <= frame.length; chunk += Math.max(1, chunk / 3)) {
            int size = chunk;
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> writeInChunks(frame, size));
            assertThat(Json.write(near.receive())).isEqualTo(json);
            writer.join();
        }
    }

    private void writeInChunks(byte[] frame, int size) {
        try {
            for (int from = 0; from < frame.length; from += size) {
                far.write(ByteBuffer.wrap(frame, from, Math.min(size, frame.length - from)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sendsWhatItReceives() throws IOException {
        try (IpcChannel other = new IpcChannel(far)) {
            for (IpcMessage message : messages()) {
                near.send(message);
                assertThat(Json.write(other.receive())).isEqualTo(Json.write(message));
            }
        }
    }

    @Test
    void tellsThatTheOtherSideIsGoneAlsoWithinAFrame() throws IOException {
        far.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 9, '{'}));
        far.close();
        assertThatThrownBy(near::receive).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, IpcMessage.LONGEST + 1, Integer.MAX_VALUE})
    void refusesALengthThatCannotBe(int length) throws IOException {
        far.write(ByteBuffer.allocate(4).putInt(length).flip());
        assertThatThrownBy(near::receive).isInstanceOf(IOException.class).hasMessageContaining("" + length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\":\"林知夏\"}", "[1]", "not json", "null"})
    void refusesWhatIsNoMessageWithoutRepeatingIt(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        far.write(ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .flip());
        assertThatThrownBy(near::receive).isInstanceOf(IOException.class).hasMessageNotContaining("林知夏");
    }

    @Test
    void ignoresFieldsOfALaterVersion() throws IOException {
        byte[] bytes = "{\"type\":\"heartbeat\",\"number\":3,\"mood\":\"fine\"}".getBytes(StandardCharsets.UTF_8);
        far.write(ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .flip());
        assertThat(near.receive()).isEqualTo(new SessionMessage.Heartbeat(3));
    }

    /** Linux answers a connect that cannot wait with EAGAIN when the queue is full; one that can wait waits for ever. */
    @Test
    void doesNotWaitForAnAgentThatLetsNobodyIn() throws Exception {
        Path hung = folder.resolve("hung.sock");
        List<IpcChannel> waiting = new ArrayList<>();
        try (ServerSocketChannel never = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            never.bind(UnixDomainSocketAddress.of(hung), 1);
            CompletableFuture<Throwable> refused = CompletableFuture.supplyAsync(() -> {
                try {
                    while (waiting.size() < 1000) {
                        waiting.add(IpcChannel.connect(hung));
                    }
                    return new AssertionError("a thousand were let in");
                } catch (IOException e) {
                    return e;
                }
            });
            assertThat(refused.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(hung.toString());
            assertThat(waiting).isNotEmpty();
        } finally {
            for (IpcChannel channel : waiting) {
                channel.close();
            }
        }
    }
}
