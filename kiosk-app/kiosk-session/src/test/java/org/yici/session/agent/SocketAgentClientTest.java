package org.yici.session.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.ErrorCode;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.SealedBox;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.sealing.CentreKey;
import org.yici.contract.sealing.Sealer;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcChannel;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.PrintIntent;
import org.yici.ipc.SessionMessage;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.AgentClient.DisplayGrant;
import org.yici.kiosk.port.AgentClient.StoreResult;
import org.yici.kiosk.port.AgentClientContract;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.RememberingListener;

class SocketAgentClientTest extends AgentClientContract {
    private static final AgentTimeouts SHORT = patience(Duration.ofSeconds(4));

    @TempDir
    Path folder;

    private final ThreadUiExecutor loop = new ThreadUiExecutor();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<AgentMessage.DisplayGrant> terms = new CopyOnWriteArrayList<>();
    private final AtomicInteger halts = new AtomicInteger();
    private ScriptedAgent scripted;
    private SocketAgentClient client;
    private volatile boolean passFromBefore;

    private static AgentTimeouts patience(Duration hello) {
        return new AgentTimeouts(
                Duration.ofSeconds(8), Duration.ofMillis(1500), hello, Duration.ofMillis(20), Duration.ofMillis(300));
    }

    @BeforeEach
    void connect() throws IOException {
        Path socket = folder.resolve("agent.sock");
        scripted = new ScriptedAgent(socket, "demo-0001");
        scripted.open();
        client = client(socket, "demo-0001", SHORT);
        client.connect();
        until(() -> !scripted.heard.isEmpty());
    }

    private SocketAgentClient client(Path socket, String terminal, AgentTimeouts patience) throws IOException {
        X25519PrivateKeyParameters key = new X25519PrivateKeyParameters(new SecureRandom());
        CentreKey centre =
                CentreKey.ofInfo(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                        .getEncoded());
        SocketAgentClient made = new SocketAgentClient(
                socket,
                new SessionMessage.Hello(IpcMessage.PROTOCOL, 1, "token", UUID.randomUUID(), "0.1.0"),
                patience,
                loop,
                new TerminalId(terminal),
                new Sealer(centre),
                this::hearTerms,
                halts::incrementAndGet);
        made.listen(new RememberingListener(heard));
        return made;
    }

    private boolean hearTerms(AgentMessage.DisplayGrant told) {
        terms.add(told);
        return told.pass().isPresent() || passFromBefore;
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        scripted.close();
        loop.close();
    }

    @Override
    protected AgentClient client() {
        return client;
    }

    @Override
    protected List<String> heard() {
        return heard;
    }

    @Override
    protected void grant(DisplayGrant foreground) {
        Optional<AgentMessage.Pass> pass = foreground.server().isEmpty()
                ? Optional.of(new AgentMessage.Pass("a.b.c", Instant.parse("2099-01-01T00:00:00Z")))
                : Optional.empty();
        List<PrintIntent> open = foreground.openIntents().stream()
                .map(intent -> new PrintIntent(
                        intent.key(),
                        intent.jobName(),
                        intent.printer().value(),
                        intent.sheets(),
                        new SealedBox("0123456789abcdef", new byte[32], new byte[40])))
                .toList();
        scripted.say(new AgentMessage.DisplayGrant(
                pass,
                foreground.server().map(ErrorCode::code),
                true,
                Instant.parse("2026-11-01T00:00:00Z"),
                Optional.of(Instant.parse("2026-11-02T00:00:00Z")),
                open,
                AgentMessage.PreviousEnd.LOST,
                foreground.outOfOrder().map(ErrorCode::code),
                foreground.stopped().entrySet().stream()
                        .collect(Collectors.toMap(stop -> stop.getKey().word(), stop -> stop.getValue()
                                .code()))));
    }

    @Override
    protected void refuse(ErrorCode reason) {
        scripted.refusal = Optional.of(reason);
    }

    @Override
    protected void goAway() {
        try {
            scripted.die();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        until(() -> heard.contains("away"));
    }

    @Override
    protected void comeBack() {
        try {
            scripted.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void beGone() {
        until(() -> heard.contains("gone"));
    }

    @Override
    protected List<UUID> keptIntents() {
        return scripted.intents;
    }

    @Override
    protected List<UUID> keptOutcomes() {
        return scripted.outcomes;
    }

    @Override
    protected List<UUID> keptEntries() {
        return scripted.entries;
    }

    @Override
    protected List<StoppableService> stopped() {
        return heard(SessionMessage.StopService.class).stream()
                .filter(stop -> scripted.stops.contains(stop.key()))
                .map(stop -> StoppableService.of(stop.service()).orElseThrow())
                .toList();
    }

    private <T extends SessionMessage> List<T> heard(Class<T> type) {
        return scripted.heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    protected List<String> events() {
        return heard(SessionMessage.Event.class).stream()
                .map(SessionMessage.Event::code)
                .toList();
    }

    @Override
    protected List<String> deviceStates() {
        return heard(SessionMessage.Status.class).stream()
                .flatMap(status -> status.devices().stream())
                .map(DeviceReport::state)
                .toList();
    }

    @Override
    protected Optional<EndReason> ended() {
        return heard(SessionMessage.Ending.class).stream()
                .map(ending -> EndReason.valueOf(ending.reason().name()))
                .findFirst();
    }

    @Override
    protected void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(8))
                .pollInterval(Duration.ofMillis(10))
                .until(condition);
    }

    @Test
    void nothingPersonalCrossesTheSocketUnsealed() {
        client.intent(INTENT, REPORT).join();
        client.outcome(KEY, REPORT).join();
        for (SessionMessage message : scripted.heard) {
            assertThat(new String(Json.write(message), StandardCharsets.UTF_8)).doesNotContain("1.2.156");
        }
        assertThat(heard(SessionMessage.KeepOutcome.class).get(0).report().box())
                .isPresent();
    }

    @Test
    void obeysAHaltWhileTheLoopHangs() throws InterruptedException {
        CountDownLatch hang = new CountDownLatch(1);
        loop.execute(() -> {
            try {
                hang.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        scripted.say(new AgentMessage.Halt());
        until(() -> halts.get() == 1);
        hang.countDown();
    }

    @Test
    void saysTheEndOnlyAfterWhatWasKept() {
        scripted.answers = false;
        CompletableFuture<StoreResult> outcome = client.outcome(KEY, REPORT);
        client.ending(EndReason.FINISHED);
        until(() -> heard(SessionMessage.KeepOutcome.class).size() == 1);
        assertThat(ended()).isEmpty();
        scripted.answers = true;
        scripted.say(new AgentMessage.Stored(KEY, 1));
        assertThat(outcome.join()).isEqualTo(new StoreResult.Stored());
        until(() -> ended().isPresent());
    }

    @Test
    void haltsByItselfWhenNobodyHaltsIt() {
        client.ending(EndReason.CANCELLED);
        until(() -> halts.get() > 0);
    }

    @Test
    void haltsAtOnceWhenItEndsWhileTheAgentIsAway() {
        goAway();
        client.ending(EndReason.FAULT);
        assertThat(halts.get()).isEqualTo(1);
    }

    @Test
    void tellsDevicesAndThePaintedScreenToAnAgentThatStartedAnew() {
        grant(new DisplayGrant(true, List.of()));
        until(() -> !heard.isEmpty());
        client.shown();
        client.status(List.of(new DeviceReport("p", "documentPrinter", "online", Map.of(), List.of())));
        until(() -> deviceStates().size() == 1
                && heard(SessionMessage.ScreenPainted.class).size() == 1);
        goAway();
        comeBack();
        until(() -> deviceStates().size() == 2);
        grant(new DisplayGrant(true, List.of()));
        until(() -> heard(SessionMessage.ScreenPainted.class).size() == 2);
        assertThat(terms).hasSize(2);
    }

    @Test
    void takesNothingAwayWhileThePassFromBeforeLasts() {
        passFromBefore = true;
        grant(new DisplayGrant(false, List.of()));
        until(() -> heard.size() == 1);
        passFromBefore = false;
        grant(new DisplayGrant(false, List.of()));
        until(() -> heard.size() == 2);
        assertThat(heard).containsExactly("foreground OPEN []", "foreground SERVER_GONE []");
    }

    @Test
    void refusesAnAgentOfAnotherTerminal() throws IOException {
        Path socket = folder.resolve("other.sock");
        try (ScriptedAgent other = new ScriptedAgent(socket, "demo-0002")) {
            other.open();
            client(socket, "demo-0001", SHORT).connect();
            until(() -> halts.get() > 0);
        }
    }

    @Test
    void haltsWhenTheAgentKnowsItAsOver() {
        scripted.turnsAway = true;
        goAway();
        comeBack();
        until(() -> halts.get() > 0);
    }

    @Test
    void haltsWhenItsVeryFirstHelloIsAnsweredWithAHalt() throws IOException {
        Path socket = folder.resolve("other.sock");
        try (ScriptedAgent other = new ScriptedAgent(socket, "demo-0001")) {
            other.turnsAway = true;
            other.open();
            client(socket, "demo-0001", SHORT).connect();
            until(() -> halts.get() > 0);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void saysHelloAgainToAnAgentThatAcceptsButDoesNotAnswer() throws IOException {
        Path socket = folder.resolve("other.sock");
        try (ScriptedAgent other = new ScriptedAgent(socket, "demo-0001")) {
            other.hangs = true;
            other.open();
            SocketAgentClient early = client(socket, "demo-0001", patience(Duration.ofMillis(300)));
            early.connect();
            CompletableFuture<StoreResult> intent = early.intent(INTENT, REPORT);
            until(() -> other.heard.size() >= 2);
            assertThat(other.heard).allMatch(SessionMessage.Hello.class::isInstance);
            other.hangs = false;
            assertThat(intent.orTimeout(8, TimeUnit.SECONDS).join()).isEqualTo(new StoreResult.Stored());
        }
    }

    @Test
    void isLostWhenTheAgentComesBackHanging() {
        goAway();
        scripted.hangs = true;
        comeBack();
        CompletableFuture<StoreResult> intent = client.intent(INTENT, REPORT);
        client.ending(EndReason.FAULT);
        beGone();
        assertThat(intent.join()).isEqualTo(new StoreResult.Rejected(ErrorCode.AGENT_GONE));
        until(() -> halts.get() > 0);
        assertThat(heard(SessionMessage.Hello.class)).hasSize(2);
    }

    /** A stopped scripted: its kernel holds as many as wait already, and nobody lets them in. */
    @Test
    void isLostWhenTheAgentComesBackLettingNobodyIn() throws Exception {
        goAway();
        Path socket = folder.resolve("agent.sock");
        Files.delete(socket);
        List<IpcChannel> waiting = new ArrayList<>();
        try (ServerSocketChannel stopped = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stopped.bind(UnixDomainSocketAddress.of(socket), 1);
            try {
                while (waiting.size() < 1000) {
                    waiting.add(IpcChannel.connect(socket));
                }
            } catch (IOException e) {
                // The queue is full now.
            }
            assertThat(waiting).hasSizeLessThan(1000);
            CompletableFuture<StoreResult> intent = client.intent(INTENT, REPORT);
            beGone();
            assertThat(intent.join()).isEqualTo(new StoreResult.Rejected(ErrorCode.AGENT_GONE));
        } finally {
            for (IpcChannel channel : waiting) {
                channel.close();
            }
        }
    }

    @Test
    void heartbeatsAreCounted() {
        client.heartbeat();
        client.heartbeat();
        until(() -> heard(SessionMessage.Heartbeat.class).size() == 2);
        assertThat(heard(SessionMessage.Heartbeat.class))
                .extracting(SessionMessage.Heartbeat::number)
                .containsExactly(1L, 2L);
    }
}
