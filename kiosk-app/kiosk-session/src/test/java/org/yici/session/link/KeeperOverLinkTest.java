package org.yici.session.link;

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
import org.yici.journey.port.EndReason;
import org.yici.journey.port.Keeper;
import org.yici.journey.port.Keeper.Foreground;
import org.yici.journey.port.Keeper.Kept;
import org.yici.journey.port.KeeperContract;
import org.yici.journey.port.RememberingListener;
import org.yici.link.FromAgent;
import org.yici.link.FromSession;
import org.yici.link.LinkChannel;
import org.yici.link.LinkMessage;
import org.yici.link.PrintIntent;

class KeeperOverLinkTest extends KeeperContract {
    private static final LinkPatience SHORT = patience(Duration.ofSeconds(4));

    @TempDir
    Path folder;

    private final ThreadLoop loop = new ThreadLoop();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<FromAgent.Foreground> terms = new CopyOnWriteArrayList<>();
    private final AtomicInteger halts = new AtomicInteger();
    private ScriptedAgent agent;
    private KeeperOverLink keeper;
    private volatile boolean passFromBefore;

    private static LinkPatience patience(Duration hello) {
        return new LinkPatience(
                Duration.ofSeconds(8), Duration.ofMillis(1500), hello, Duration.ofMillis(20), Duration.ofMillis(300));
    }

    @BeforeEach
    void connect() throws IOException {
        Path socket = folder.resolve("agent.sock");
        agent = new ScriptedAgent(socket, "demo-0001");
        agent.open();
        keeper = keeper(socket, "demo-0001", SHORT);
        keeper.connect();
        until(() -> !agent.heard.isEmpty());
    }

    private KeeperOverLink keeper(Path socket, String terminal, LinkPatience patience) throws IOException {
        X25519PrivateKeyParameters key = new X25519PrivateKeyParameters(new SecureRandom());
        CentreKey centre =
                CentreKey.ofInfo(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                        .getEncoded());
        KeeperOverLink made = new KeeperOverLink(
                socket,
                new FromSession.Hello(LinkMessage.PROTOCOL, 1, "token", UUID.randomUUID(), "0.1.0"),
                patience,
                loop,
                new TerminalId(terminal),
                new Sealer(centre),
                this::hearTerms,
                halts::incrementAndGet);
        made.listen(new RememberingListener(heard));
        return made;
    }

    private boolean hearTerms(FromAgent.Foreground told) {
        terms.add(told);
        return told.pass().isPresent() || passFromBefore;
    }

    @AfterEach
    void close() throws IOException {
        keeper.close();
        agent.close();
        loop.close();
    }

    @Override
    protected Keeper keeper() {
        return keeper;
    }

    @Override
    protected List<String> heard() {
        return heard;
    }

    @Override
    protected void grant(Foreground foreground) {
        Optional<FromAgent.Pass> pass = foreground.centre().isEmpty()
                ? Optional.of(new FromAgent.Pass("a.b.c", Instant.parse("2099-01-01T00:00:00Z")))
                : Optional.empty();
        List<PrintIntent> open = foreground.openIntents().stream()
                .map(intent -> new PrintIntent(
                        intent.key(),
                        intent.jobName(),
                        intent.printer().value(),
                        intent.sheets(),
                        new SealedBox("0123456789abcdef", new byte[32], new byte[40])))
                .toList();
        agent.say(new FromAgent.Foreground(
                pass,
                foreground.centre().map(ErrorCode::code),
                true,
                Instant.parse("2026-11-01T00:00:00Z"),
                Optional.of(Instant.parse("2026-11-02T00:00:00Z")),
                open,
                FromAgent.PreviousEnd.LOST,
                foreground.outOfOrder().map(ErrorCode::code),
                foreground.stopped().entrySet().stream()
                        .collect(Collectors.toMap(stop -> stop.getKey().word(), stop -> stop.getValue()
                                .code()))));
    }

    @Override
    protected void refuse(ErrorCode reason) {
        agent.refusal = Optional.of(reason);
    }

    @Override
    protected void goAway() {
        try {
            agent.die();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        until(() -> heard.contains("away"));
    }

    @Override
    protected void comeBack() {
        try {
            agent.open();
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
        return agent.intents;
    }

    @Override
    protected List<UUID> keptOutcomes() {
        return agent.outcomes;
    }

    @Override
    protected List<UUID> keptEntries() {
        return agent.entries;
    }

    @Override
    protected List<StoppableService> stopped() {
        return heard(FromSession.StopService.class).stream()
                .filter(stop -> agent.stops.contains(stop.key()))
                .map(stop -> StoppableService.of(stop.service()).orElseThrow())
                .toList();
    }

    private <T extends FromSession> List<T> heard(Class<T> type) {
        return agent.heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    protected List<String> events() {
        return heard(FromSession.Event.class).stream()
                .map(FromSession.Event::code)
                .toList();
    }

    @Override
    protected List<String> deviceStates() {
        return heard(FromSession.Status.class).stream()
                .flatMap(status -> status.devices().stream())
                .map(DeviceReport::state)
                .toList();
    }

    @Override
    protected Optional<EndReason> ended() {
        return heard(FromSession.Ending.class).stream()
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
        keeper.intent(INTENT, REPORT).join();
        keeper.outcome(KEY, REPORT).join();
        for (FromSession message : agent.heard) {
            assertThat(new String(Json.write(message), StandardCharsets.UTF_8)).doesNotContain("1.2.156");
        }
        assertThat(heard(FromSession.KeepOutcome.class).get(0).report().box()).isPresent();
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
        agent.say(new FromAgent.Halt());
        until(() -> halts.get() == 1);
        hang.countDown();
    }

    @Test
    void saysTheEndOnlyAfterWhatWasKept() {
        agent.answers = false;
        CompletableFuture<Kept> outcome = keeper.outcome(KEY, REPORT);
        keeper.ending(EndReason.FINISHED);
        until(() -> heard(FromSession.KeepOutcome.class).size() == 1);
        assertThat(ended()).isEmpty();
        agent.answers = true;
        agent.say(new FromAgent.Kept(KEY, 1));
        assertThat(outcome.join()).isEqualTo(new Kept.Yes());
        until(() -> ended().isPresent());
    }

    @Test
    void haltsByItselfWhenNobodyHaltsIt() {
        keeper.ending(EndReason.LEFT);
        until(() -> halts.get() > 0);
    }

    @Test
    void haltsAtOnceWhenItEndsWhileTheAgentIsAway() {
        goAway();
        keeper.ending(EndReason.FAULT);
        assertThat(halts.get()).isEqualTo(1);
    }

    @Test
    void tellsDevicesAndThePaintedScreenToAnAgentThatStartedAnew() {
        grant(new Foreground(true, List.of()));
        until(() -> !heard.isEmpty());
        keeper.shown();
        keeper.status(List.of(new DeviceReport("p", "documentPrinter", "online", Map.of(), List.of())));
        until(() -> deviceStates().size() == 1 && heard(FromSession.Shown.class).size() == 1);
        goAway();
        comeBack();
        until(() -> deviceStates().size() == 2);
        grant(new Foreground(true, List.of()));
        until(() -> heard(FromSession.Shown.class).size() == 2);
        assertThat(terms).hasSize(2);
    }

    @Test
    void takesNothingAwayWhileThePassFromBeforeLasts() {
        passFromBefore = true;
        grant(new Foreground(false, List.of()));
        until(() -> heard.size() == 1);
        passFromBefore = false;
        grant(new Foreground(false, List.of()));
        until(() -> heard.size() == 2);
        assertThat(heard).containsExactly("foreground OPEN []", "foreground CENTRE_GONE []");
    }

    @Test
    void refusesAnAgentOfAnotherTerminal() throws IOException {
        Path socket = folder.resolve("other.sock");
        try (ScriptedAgent other = new ScriptedAgent(socket, "demo-0002")) {
            other.open();
            keeper(socket, "demo-0001", SHORT).connect();
            until(() -> halts.get() > 0);
        }
    }

    @Test
    void haltsWhenTheAgentKnowsItAsOver() {
        agent.turnsAway = true;
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
            keeper(socket, "demo-0001", SHORT).connect();
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
            KeeperOverLink early = keeper(socket, "demo-0001", patience(Duration.ofMillis(300)));
            early.connect();
            CompletableFuture<Kept> intent = early.intent(INTENT, REPORT);
            until(() -> other.heard.size() >= 2);
            assertThat(other.heard).allMatch(FromSession.Hello.class::isInstance);
            other.hangs = false;
            assertThat(intent.orTimeout(8, TimeUnit.SECONDS).join()).isEqualTo(new Kept.Yes());
        }
    }

    @Test
    void isLostWhenTheAgentComesBackHanging() {
        goAway();
        agent.hangs = true;
        comeBack();
        CompletableFuture<Kept> intent = keeper.intent(INTENT, REPORT);
        keeper.ending(EndReason.FAULT);
        beGone();
        assertThat(intent.join()).isEqualTo(new Kept.No(ErrorCode.KEEPER_GONE));
        until(() -> halts.get() > 0);
        assertThat(heard(FromSession.Hello.class)).hasSize(2);
    }

    /** A stopped agent: its kernel holds as many as wait already, and nobody lets them in. */
    @Test
    void isLostWhenTheAgentComesBackLettingNobodyIn() throws Exception {
        goAway();
        Path socket = folder.resolve("agent.sock");
        Files.delete(socket);
        List<LinkChannel> waiting = new ArrayList<>();
        try (ServerSocketChannel stopped = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            stopped.bind(UnixDomainSocketAddress.of(socket), 1);
            try {
                while (waiting.size() < 1000) {
                    waiting.add(LinkChannel.connect(socket));
                }
            } catch (IOException e) {
                // The queue is full now.
            }
            assertThat(waiting).hasSizeLessThan(1000);
            CompletableFuture<Kept> intent = keeper.intent(INTENT, REPORT);
            beGone();
            assertThat(intent.join()).isEqualTo(new Kept.No(ErrorCode.KEEPER_GONE));
        } finally {
            for (LinkChannel channel : waiting) {
                channel.close();
            }
        }
    }

    @Test
    void heartbeatsAreCounted() {
        keeper.heartbeat();
        keeper.heartbeat();
        until(() -> heard(FromSession.Heartbeat.class).size() == 2);
        assertThat(heard(FromSession.Heartbeat.class))
                .extracting(FromSession.Heartbeat::number)
                .containsExactly(1L, 2L);
    }
}
