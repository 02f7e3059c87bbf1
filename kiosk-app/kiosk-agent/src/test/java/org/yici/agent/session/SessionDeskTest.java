package org.yici.agent.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.agent.fixture.Facts;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.EventRecorder;
import org.yici.agent.store.OutboxRow;
import org.yici.base.ErrorCode;
import org.yici.base.Folders;
import org.yici.base.ManualTime;
import org.yici.base.TerminalId;
import org.yici.base.Uuid7;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.DeviceReport;
import org.yici.link.FromAgent;
import org.yici.link.FromAgent.PreviousEnd;
import org.yici.link.FromSession;
import org.yici.link.LinkMessage;
import org.yici.link.PrintIntent;

/** Desk and link server over the real socket, with scripted sessions and a clock that only moves when it is told to. */
class SessionDeskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ME = System.getProperty("user.name");

    @TempDir
    Path data;

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
    private final FakeCentre centre = new FakeCentre();
    private final CountingObserver observer = new CountingObserver();
    private Folders folders;
    private AgentStore store;
    private ExecutorService loop;
    private SessionDesk desk;
    private LinkServer server;

    @BeforeEach
    void start() throws Exception {
        folders = new Folders(data);
        startDesk(Set.of(ME));
    }

    private void startDesk(Set<String> users) throws Exception {
        loop = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
        store = AgentStore.open(folders.state().resolve("agent.db"));
        TerminalId terminal = new TerminalId(Facts.TERMINAL);
        EventRecorder events = new EventRecorder(store, terminal, new Uuid7(time, new SecureRandom()), time);
        desk = new SessionDesk(new DeskConfig(folders, terminal, 2), store, events, centre, observer, time);
        server = LinkServer.open(folders.agentSocket(), users, time, loop, desk);
    }

    @AfterEach
    void stopDesk() throws Exception {
        server.close();
        loop.shutdown();
        assertThat(loop.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        store.close();
    }

    /** Runs on the loop, after what waits there. */
    private <T> T onLoop(Callable<T> work) {
        try {
            return loop.submit(work).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(Duration duration) {
        time.advance(duration);
        onLoop(() -> {
            desk.tick();
            return true;
        });
    }

    private long events(EventCode code) {
        return onLoop(() -> store.journalLines(code.name()));
    }

    private void awaitEvent(EventCode code, long number) {
        await(code.name()).atMost(PATIENCE).until(() -> events(code) == number);
    }

    private ScriptedSession inFront(int slot) throws IOException {
        ScriptedSession session = ScriptedSession.start(folders, slot);
        session.await(FromAgent.Foreground.class);
        return session;
    }

    private ScriptedSession waiting(int slot) throws IOException {
        ScriptedSession session = ScriptedSession.start(folders, slot);
        session.await(FromAgent.Welcome.class);
        return session;
    }

    /** Everything that the session said before has been dealt with. */
    private void settle(ScriptedSession session) throws IOException {
        UUID key = Facts.key();
        session.say(new FromSession.KeepEntry(Facts.entry(key, 1)));
        session.awaitAnswer(key);
    }

    // ---- who gets the screen

    @Test
    void givesTheScreenToTheOneThatWaitedLongestOnceTheFormerSocketIsClosed() throws Exception {
        ScriptedSession first = inFront(1);
        assertThat(first.await(FromAgent.Welcome.class).terminal()).isEqualTo(Facts.TERMINAL);
        assertThat(first.await(FromAgent.Foreground.class).previousEnd()).isEqualTo(PreviousEnd.NONE);
        ScriptedSession second = waiting(2);
        first.say(new FromSession.Shown());
        first.say(new FromSession.Ending(FromSession.Reason.FINISHED));
        first.await(FromAgent.Halt.class);
        awaitEvent(EventCode.SESSION_ENDED, 1);
        assertThat(second.all(FromAgent.Foreground.class)).isEmpty();
        first.close();
        assertThat(second.await(FromAgent.Foreground.class).previousEnd()).isEqualTo(PreviousEnd.ENDED);

        ScriptedSession third = waiting(1);
        second.close();
        assertThat(third.await(FromAgent.Foreground.class).previousEnd()).isEqualTo(PreviousEnd.LOST);
        awaitEvent(EventCode.SESSION_LOST, 1);
        awaitEvent(EventCode.SESSION_SHOWN, 1);
        assertThat(events(EventCode.SESSION_ENDED)).isEqualTo(1);
        third.close();
    }

    @Test
    void closesTheSocketOfOneThatDoesNotEndAfterHalt() throws Exception {
        ScriptedSession first = inFront(1);
        ScriptedSession second = waiting(2);
        first.say(new FromSession.Ending(FromSession.Reason.LEFT));
        first.await(FromAgent.Halt.class);
        pass(Duration.ofMillis(1900));
        assertThat(second.all(FromAgent.Foreground.class)).isEmpty();
        pass(Duration.ofMillis(200));
        first.awaitGone();
        assertThat(second.await(FromAgent.Foreground.class).previousEnd()).isEqualTo(PreviousEnd.ENDED);
        second.close();
    }

    @Test
    void stopsBelievingOneWhoseHeartbeatIsMissed() throws Exception {
        ScriptedSession first = inFront(1);
        ScriptedSession second = waiting(2);
        first.say(new FromSession.Heartbeat(1));
        settle(first);
        pass(Duration.ofMillis(2900));
        assertThat(first.all(FromAgent.Halt.class)).isEmpty();
        pass(Duration.ofMillis(200));
        first.await(FromAgent.Halt.class);
        UUID late = Facts.key();
        first.say(new FromSession.KeepEntry(Facts.entry(late, 1)));
        pass(Duration.ofMillis(600));
        first.awaitGone();
        assertThat(second.await(FromAgent.Foreground.class).previousEnd()).isEqualTo(PreviousEnd.LOST);
        awaitEvent(EventCode.SESSION_LOST, 1);
        assertThat(onLoop(() -> store.firstRows(99, Long.MAX_VALUE)))
                .noneMatch(row -> row.key().equals(late));
        second.close();
    }

    @Test
    void givesAStartingSessionHalfAMinuteForItsFirstHeartbeat() throws Exception {
        ScriptedSession first = inFront(1);
        first.say(new FromSession.Shown());
        first.say(new FromSession.Heartbeat(1));
        settle(first);
        ScriptedSession starting = waiting(2);
        for (int second = 0; second < 29; second++) {
            first.say(new FromSession.Heartbeat(second));
            settle(first);
            pass(Duration.ofSeconds(1));
        }
        assertThat(starting.all(FromAgent.Halt.class)).isEmpty();
        first.say(new FromSession.Heartbeat(30));
        settle(first);
        pass(Duration.ofMillis(1100));
        starting.await(FromAgent.Halt.class);
        pass(Duration.ofMillis(600));
        starting.awaitGone();
        assertThat(first.all(FromAgent.Halt.class)).isEmpty();
        assertThat(events(EventCode.SESSION_LOST)).isZero();
        first.close();
    }

    @Test
    void takesTheScreenFromOneThatNeverPaints() throws Exception {
        ScriptedSession first = inFront(1);
        for (int second = 0; second < 29; second++) {
            first.say(new FromSession.Heartbeat(second));
            settle(first);
            pass(Duration.ofSeconds(1));
        }
        assertThat(first.all(FromAgent.Halt.class)).isEmpty();
        pass(Duration.ofSeconds(1));
        first.await(FromAgent.Halt.class);
        first.close();
    }

    @Test
    void tellsTheOneInFrontWhatChangesAndNothingElse() throws Exception {
        ScriptedSession session = inFront(1);
        assertThat(observer.passesWanted.get()).isEqualTo(1);
        assertThat(session.await(FromAgent.Foreground.class).pass()).isEmpty();
        centre.online = true;
        refresh();
        assertThat(session.await(FromAgent.Foreground.class, 2).centreOnline()).isTrue();
        refresh();
        centre.pass = Optional.of(new FromAgent.Pass("a.b.c", Instant.parse("2026-11-22T08:15:00Z")));
        refresh();
        assertThat(session.await(FromAgent.Foreground.class, 3).pass()).isEqualTo(centre.pass);
        settle(session);
        assertThat(session.all(FromAgent.Foreground.class)).hasSize(3);
        session.close();
    }

    private void refresh() {
        onLoop(() -> {
            desk.refresh();
            return true;
        });
    }

    // ---- who is let in

    @Test
    void turnsAwayWrongTokensSlotsAndUsedTokens() throws Exception {
        String token = ScriptedSession.token(folders, 1);
        ScriptedSession.connect(folders, 1, "guess-guess-guess-guess", UUID.randomUUID())
                .awaitGone();
        ScriptedSession.connect(folders, 2, token, UUID.randomUUID()).awaitGone();
        ScriptedSession.connect(folders, 3, token, UUID.randomUUID()).awaitGone();
        ScriptedSession.connect(folders, 0, token, UUID.randomUUID()).awaitGone();
        ScriptedSession right = ScriptedSession.connect(folders, 1, token, UUID.randomUUID());
        right.await(FromAgent.Foreground.class);
        ScriptedSession.connect(folders, 1, token, UUID.randomUUID()).awaitGone();
        settle(right);
        right.close();
    }

    @Test
    void turnsAwayWhoTakesAnEmptyTokenFile() throws Exception {
        Files.createDirectories(folders.run().resolve("tokens"));
        Files.writeString(folders.sessionToken(1), "\n");
        ScriptedSession.connect(folders, 1, "", UUID.randomUUID()).awaitGone();
    }

    @Test
    void turnsAwayOtherUsersBeforeTheySpeak() throws Exception {
        stopDesk();
        startDesk(Set.of("yici-session-1", "yici-session-2"));
        ScriptedSession.silent(folders).awaitGone();
    }

    @Test
    void makesASocketForItsGroupAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.agentSocket())))
                .isEqualTo("rw-rw----");
    }

    @Test
    void closesWhoSaysNothingAndWhoSaysAnythingBeforeHello() throws Exception {
        ScriptedSession silent = ScriptedSession.silent(folders);
        ScriptedSession rude = ScriptedSession.silent(folders);
        rude.say(new FromSession.Shown());
        rude.awaitGone();
        await().atMost(PATIENCE).untilAsserted(() -> {
            pass(Duration.ofSeconds(6));
            silent.awaitGone();
        });
    }

    @Test
    void haltsASessionOfAnotherProtocol() throws Exception {
        String token = ScriptedSession.token(folders, 1);
        ScriptedSession session = ScriptedSession.silent(folders);
        session.say(new FromSession.Hello(LinkMessage.PROTOCOL + 1, 1, token, UUID.randomUUID(), "later"));
        session.await(FromAgent.Halt.class);
        assertThat(session.all(FromAgent.Welcome.class)).isEmpty();
        session.close();
    }

    @Test
    void givesUpAStandbyThatActsAsIfItWereInFront() throws Exception {
        ScriptedSession first = inFront(1);
        ScriptedSession second = waiting(2);
        UUID key = Facts.key();
        second.say(new FromSession.KeepEntry(Facts.entry(key, 1)));
        second.await(FromAgent.Halt.class);
        assertThat(onLoop(() -> store.firstRows(9, Long.MAX_VALUE)))
                .noneMatch(row -> row.key().equals(key));
        first.close();
        second.close();
    }

    // ---- an agent that was restarted

    @Test
    void leavesTheScreenToTheSessionThatHadItWhenTheAgentWasRestarted() throws Exception {
        String frontToken = ScriptedSession.token(folders, 1);
        UUID frontId = UUID.randomUUID();
        ScriptedSession front = ScriptedSession.connect(folders, 1, frontToken, frontId);
        front.await(FromAgent.Foreground.class);
        String standbyToken = ScriptedSession.token(folders, 2);
        UUID standbyId = UUID.randomUUID();
        ScriptedSession standby = ScriptedSession.connect(folders, 2, standbyToken, standbyId);
        standby.await(FromAgent.Welcome.class);
        PrintIntent intent = Facts.intent(Facts.key(), "copy-1");
        front.say(new FromSession.KeepIntent(intent));
        front.awaitAnswer(intent.key());

        stopDesk();
        startDesk(Set.of(ME));
        ScriptedSession standbyAgain = ScriptedSession.connect(folders, 2, standbyToken, standbyId);
        standbyAgain.await(FromAgent.Welcome.class);
        pass(Duration.ofSeconds(2));
        ScriptedSession frontAgain = ScriptedSession.connect(folders, 1, frontToken, frontId);
        FromAgent.Foreground again = frontAgain.await(FromAgent.Foreground.class);
        assertThat(again.openIntents()).isEmpty();
        frontAgain.say(new FromSession.KeepIntent(intent));
        assertThat(frontAgain.awaitAnswer(intent.key())).isEqualTo(new FromAgent.Kept(intent.key(), 0));
        assertThat(standbyAgain.all(FromAgent.Foreground.class)).isEmpty();
        frontAgain.close();
        FromAgent.Foreground next = standbyAgain.await(FromAgent.Foreground.class);
        assertThat(next.previousEnd()).isEqualTo(PreviousEnd.LOST);
        assertThat(next.openIntents()).hasSize(1);
        standbyAgain.close();
    }

    @Test
    void givesUpWaitingForItWhenItsPlaceHasAnotherSessionOrItDoesNotComeBack() throws Exception {
        inFront(1);
        stopDesk();
        startDesk(Set.of(ME));
        ScriptedSession second = waiting(2);
        pass(Duration.ofSeconds(10));
        assertThat(second.all(FromAgent.Foreground.class)).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(second.await(FromAgent.Foreground.class).previousEnd()).isEqualTo(PreviousEnd.LOST);

        stopDesk();
        startDesk(Set.of(ME));
        ScriptedSession reborn = ScriptedSession.start(folders, 2);
        assertThat(reborn.await(FromAgent.Foreground.class).previousEnd()).isEqualTo(PreviousEnd.LOST);
        assertThat(events(EventCode.SESSION_LOST)).isEqualTo(2);
        reborn.close();
    }

    @Test
    void haltsASessionThatComesBackAfterItWasGivenUp() throws Exception {
        String token = ScriptedSession.token(folders, 1);
        UUID id = UUID.randomUUID();
        ScriptedSession session = ScriptedSession.connect(folders, 1, token, id);
        session.await(FromAgent.Foreground.class);
        session.close();
        awaitEvent(EventCode.SESSION_LOST, 1);
        ScriptedSession back = ScriptedSession.connect(folders, 1, token, id);
        back.await(FromAgent.Halt.class);
        assertThat(back.all(FromAgent.Foreground.class)).isEmpty();
        back.close();
    }

    // ---- what is kept

    @Test
    void keepsOnceUnderAKeyAndRefusesOtherContent() throws Exception {
        ScriptedSession session = inFront(1);
        Entry entry = Facts.entry(Facts.key(), 1);
        UUID key = entry.header().key();
        for (int i = 1; i <= 3; i++) {
            session.say(new FromSession.KeepEntry(entry));
            assertThat(session.await(FromAgent.Kept.class, i)).isEqualTo(new FromAgent.Kept(key, 1));
        }
        session.say(new FromSession.KeepEntry(Facts.entry(key, 1)));
        assertThat(session.await(FromAgent.NotKept.class))
                .isEqualTo(new FromAgent.NotKept(key, 1, ErrorCode.KEEPER_REFUSED.code()));
        session.say(new FromSession.KeepEntry(Facts.entry(key, 2)));
        session.await(FromAgent.Kept.class, 4);
        assertThat(onLoop(() -> store.outboxRows())).isEqualTo(2);
        session.close();
    }

    @Test
    void keepsNothingThatIsOpenOrOfAnotherTerminalOrTooLong() throws Exception {
        ScriptedSession session = inFront(1);
        centre.longestEntry = 4000;
        UUID open = Facts.key();
        session.say(new FromSession.KeepEntry(Entry.open(
                new EntryHeader(Facts.TERMINAL, open, 1, "application", 1), Json.tree(Map.of("name", "林知夏")))));
        UUID foreign = Facts.key();
        session.say(new FromSession.KeepEntry(
                Entry.sealed(new EntryHeader("other-0001", foreign, 1, EntryKinds.PRINT_OUTCOME, 1), Facts.box(10))));
        UUID tooLong = Facts.key();
        session.say(new FromSession.KeepEntry(Facts.entry(tooLong, 1, 5000)));
        for (UUID key : List.of(open, foreign, tooLong)) {
            assertThat(session.awaitAnswer(key)).isEqualTo(new FromAgent.NotKept(key, 1, "K03"));
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
        session.say(new FromSession.KeepEntry(Facts.entry(key, 1)));
        assertThat(session.awaitAnswer(key)).isEqualTo(new FromAgent.NotKept(key, 1, "K02"));
        PrintIntent intent = Facts.intent(Facts.key(), "copy-1");
        session.say(new FromSession.KeepIntent(intent));
        assertThat(session.awaitAnswer(intent.key())).isEqualTo(new FromAgent.NotKept(intent.key(), 0, "K02"));
        session.close();
    }

    @Test
    void handsAnOpenIntentToTheNextAndTellsItWhenThatIsClosed() throws Exception {
        ScriptedSession first = inFront(1);
        PrintIntent intent = Facts.intent(Facts.key(), "copy-1");
        first.say(new FromSession.KeepIntent(intent));
        assertThat(first.awaitAnswer(intent.key())).isEqualTo(new FromAgent.Kept(intent.key(), 0));
        first.close();
        ScriptedSession second = inFront(2);
        List<PrintIntent> open = second.await(FromAgent.Foreground.class).openIntents();
        assertThat(open).hasSize(1);
        assertThat(Json.write(open.get(0))).isEqualTo(Json.write(intent));
        Entry report = Facts.entry(intent.key(), 1);
        second.say(new FromSession.KeepOutcome(intent.key(), "SOMETIMES", report));
        assertThat(second.await(FromAgent.NotKept.class).code()).isEqualTo("K03");
        second.say(new FromSession.KeepOutcome(intent.key(), "UNCERTAIN", report));
        second.await(FromAgent.Kept.class);
        assertThat(second.await(FromAgent.Foreground.class, 2).openIntents()).isEmpty();
        assertThat(onLoop(() -> store.firstRows(9, Long.MAX_VALUE))).contains(new OutboxRow(intent.key(), 1));
        second.close();
    }

    // ---- what is told

    @Test
    void holdsEventsToClosedWords() throws Exception {
        ScriptedSession session = inFront(1);
        session.say(new FromSession.Event("林知夏", SessionEvent.Level.INFO, Map.of("0001", 1L, "millis", 2L)));
        session.say(new FromSession.Event("CARD_READ", SessionEvent.Level.INFO, Map.of("millis", 210L)));
        session.say(new FromSession.Event("ERROR_SHOWN", SessionEvent.Level.WARNING, Map.of("P", 6L)));
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
        session.say(new FromSession.Status(List.of(printer)));
        settle(session);
        assertThat(onLoop(() -> desk.devices())).containsExactly(printer);
        assertThat(onLoop(() -> desk.session())).isEqualTo("idle");
        session.say(new FromSession.Event("CARD_READ", SessionEvent.Level.INFO, Map.of()));
        settle(session);
        assertThat(onLoop(() -> desk.session())).isEqualTo("citizen");
        ScriptedSession standby = waiting(2);
        standby.say(new FromSession.Status(List.of()));
        settle(session);
        assertThat(onLoop(() -> desk.devices())).containsExactly(printer);
        standby.close();
        session.close();
        await().atMost(PATIENCE).until(() -> onLoop(() -> desk.session()).equals("none"));
        assertThat(onLoop(() -> desk.devices()))
                .containsExactly(new DeviceReport("printer", "documentPrinter", "unknown", Map.of(), List.of()));
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

    private static final class FakeCentre implements Centre {
        volatile Optional<FromAgent.Pass> pass = Optional.empty();
        volatile boolean online;
        volatile long longestEntry = Long.MAX_VALUE;

        @Override
        public Optional<FromAgent.Pass> pass() {
            return pass;
        }

        @Override
        public Optional<ErrorCode> trouble() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> now() {
            return Optional.empty();
        }

        @Override
        public boolean online() {
            return online;
        }

        @Override
        public long longestEntry() {
            return longestEntry;
        }
    }

    private static final class CountingObserver implements DeskObserver {
        final AtomicInteger passesWanted = new AtomicInteger();

        @Override
        public void conditionChanged() {}

        @Override
        public void outboxGrew() {}

        @Override
        public void passWanted() {
            passesWanted.incrementAndGet();
        }
    }
}
