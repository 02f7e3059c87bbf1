package org.yici.session.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.ErrorCode;
import org.yici.base.TerminalId;
import org.yici.base.port.CounterpartThatStops;
import org.yici.base.port.CounterpartThatStops.Way;
import org.yici.contract.Json;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.sealing.CentreKey;
import org.yici.contract.sealing.Sealer;
import org.yici.device.DeviceId;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.AgentClient.StoreResult;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.RememberingListener;

/** An agent that takes what a session says and then stops: the session is told that it is lost, and comes to its own end. */
@Timeout(60)
class StoppedAgentTest {
    private static final String TERMINAL = "demo-0001";
    private static final UUID KEY = UUID.fromString("0199f000-0000-7000-8000-000000000001");
    private static final PrintReport REPORT = new PrintReport(
            "copy-1",
            Optional.empty(),
            PrintReport.Outcome.UNCERTAIN,
            Optional.empty(),
            1,
            0,
            Optional.empty(),
            "session-1",
            Instant.parse("2026-11-01T00:00:00Z"));

    /** Long enough for several bytes of an answer that comes a byte a second. */
    private static final AgentTimeouts PATIENCE = new AgentTimeouts(
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            Duration.ofMillis(2500),
            Duration.ofMillis(20),
            Duration.ofMillis(300));

    @TempDir
    Path folder;

    private final ThreadUiExecutor loop = new ThreadUiExecutor();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger halts = new AtomicInteger();

    @AfterEach
    void close() {
        loop.close();
    }

    private CounterpartThatStops agent(Way way, byte[] beginning) throws IOException {
        return CounterpartThatStops.onSocket(way, beginning, folder.resolve("agent.sock"));
    }

    private SocketAgentClient connect() throws IOException {
        X25519PrivateKeyParameters key = new X25519PrivateKeyParameters(new SecureRandom());
        CentreKey centre =
                CentreKey.ofInfo(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                        .getEncoded());
        SocketAgentClient client = new SocketAgentClient(
                folder.resolve("agent.sock"),
                new SessionMessage.Hello(IpcMessage.PROTOCOL, 1, "token", UUID.randomUUID(), "0.1.0"),
                PATIENCE,
                loop,
                new TerminalId(TERMINAL),
                new Sealer(centre),
                told -> false,
                halts::incrementAndGet);
        client.listen(new RememberingListener(heard));
        client.connect();
        return client;
    }

    private static CompletableFuture<StoreResult> intent(SocketAgentClient client) {
        return client.intent(new AgentClient.Intent(KEY, "copy-1", new DeviceId("document-printer"), 1), REPORT);
    }

    /** A message and, for {@code welcome} alone, all of it. */
    private static byte[] frame(int length, byte[] json) {
        return ByteBuffer.allocate(4 + json.length).putInt(length).put(json).array();
    }

    @ParameterizedTest
    @EnumSource
    void isLostWithinThePatienceWhenItStopsAtTheHello(Way way) throws Exception {
        byte[] welcomeBegun = frame(IpcMessage.LONGEST, new byte[] {'{'});
        try (CounterpartThatStops agent = agent(way, welcomeBegun);
                SocketAgentClient client = connect()) {
            CompletableFuture<StoreResult> intent = intent(client);
            assertThat(agent.wasAsked(10, TimeUnit.SECONDS)).isTrue();
            await().atMost(Duration.ofSeconds(20)).until(() -> heard.contains("gone"));
            assertThat(heard).as("nothing of an agent that never welcomed").containsExactly("gone");
            assertThat(intent.get(10, TimeUnit.SECONDS)).isEqualTo(new StoreResult.Rejected(ErrorCode.AGENT_GONE));
            assertThat(agent.clientWent(10, TimeUnit.SECONDS)).isTrue();
            client.ending(EndReason.FAULT);
            assertThat(halts.get()).isEqualTo(1);
        }
    }

    /** Then the steps' own time-outs end the visit; the process ends although the agent answers nothing any more. */
    @ParameterizedTest
    @EnumSource(names = "SAYS_NOTHING", mode = EnumSource.Mode.EXCLUDE)
    void haltsByItselfWhenItStopsAfterTheWelcome(Way way) throws Exception {
        byte[] welcome = Json.write(new AgentMessage.Welcome(IpcMessage.PROTOCOL, TERMINAL, "0.1.0"));
        try (CounterpartThatStops agent = agent(way, frame(welcome.length, welcome));
                SocketAgentClient client = connect()) {
            CompletableFuture<StoreResult> intent = intent(client);
            assertThat(agent.wasAsked(10, TimeUnit.SECONDS)).isTrue();
            client.ending(EndReason.FAULT);
            await().atMost(Duration.ofSeconds(20)).until(() -> halts.get() > 0);
            // An agent that never ends breaks the line, and may be given up before the process ends.
            assertThat(intent.getNow(new StoreResult.Rejected(ErrorCode.AGENT_GONE)))
                    .as("nobody said that it is kept")
                    .isEqualTo(new StoreResult.Rejected(ErrorCode.AGENT_GONE));
        }
    }
}
