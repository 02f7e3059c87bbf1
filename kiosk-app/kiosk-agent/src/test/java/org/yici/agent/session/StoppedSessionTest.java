package org.yici.agent.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.base.port.CounterpartThatStops;
import org.yici.base.port.CounterpartThatStops.Way;
import org.yici.contract.Json;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;

/** A session that is let in and then stops: it loses its line, and another one is served. */
@Timeout(60)
class StoppedSessionTest extends SessionManagerFixture {
    /** Longer than the desk waits for a first heartbeat, and for the end of a session that was told to halt. */
    private static final Duration NEXT = Duration.ofSeconds(31);

    /** The length of a message, and its first byte. */
    private static final byte[] MESSAGE_BEGUN =
            ByteBuffer.allocate(5).putInt(IpcMessage.LONGEST).put((byte) '{').array();

    @ParameterizedTest
    @EnumSource
    void losesItsLineAndNobodyElseWaits(Way way) throws Exception {
        String token = ScriptedSession.token(folders, 1);
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(folders.agentSocket()))) {
            CounterpartThatStops session = CounterpartThatStops.on(
                    way, MESSAGE_BEGUN, Channels.newInputStream(channel), Channels.newOutputStream(channel));
            byte[] hello =
                    Json.write(new SessionMessage.Hello(IpcMessage.PROTOCOL, 1, token, UUID.randomUUID(), "test"));
            channel.write(ByteBuffer.allocate(4 + hello.length)
                    .putInt(hello.length)
                    .put(hello)
                    .flip());
            assertThat(session.wasAsked(10, TimeUnit.SECONDS)).as("its welcome").isTrue();
            await("end of its line").atMost(PATIENCE).until(() -> {
                pass(NEXT);
                return session.clientWent(10, TimeUnit.MILLISECONDS);
            });
            session.close();
        }
        try (ScriptedSession next = inFront(2)) {
            settle(next);
        }
    }
}
