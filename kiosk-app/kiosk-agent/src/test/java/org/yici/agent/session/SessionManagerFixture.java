package org.yici.agent.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.io.TempDir;
import org.yici.agent.fixture.Facts;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.EventRecorder;
import org.yici.base.ErrorCode;
import org.yici.base.Folders;
import org.yici.base.ManualTime;
import org.yici.base.TerminalId;
import org.yici.base.Uuid7;
import org.yici.contract.entry.EventCode;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.SessionMessage;

/** Desk and link server over the real socket, with scripted sessions and a clock that only moves when it is told to. */
abstract class SessionManagerFixture {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final String ME = System.getProperty("user.name");

    @TempDir
    Path data;

    final ManualTime time = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
    final FakeCentre centre = new FakeCentre();
    final CountingObserver observer = new CountingObserver();
    Folders folders;
    AgentStore store;
    ExecutorService loop;
    SessionManager desk;
    SessionServer server;

    @BeforeEach
    final void start() throws Exception {
        folders = new Folders(data);
        Facts.install(folders);
        startDesk(Set.of(ME));
    }

    final void startDesk(Set<String> users) throws Exception {
        loop = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
        store = AgentStore.open(folders.state().resolve("agent.db"));
        TerminalId terminal = new TerminalId(Facts.TERMINAL);
        EventRecorder events = new EventRecorder(store, terminal, new Uuid7(time, new SecureRandom()), time);
        desk = new SessionManager(
                new SessionManagerConfig(folders, terminal, 2, 1 << 20), store, events, centre, observer, time);
        server = SessionServer.open(folders.agentSocket(), users, time, loop, desk);
    }

    @AfterEach
    void stopDesk() throws Exception {
        server.close();
        loop.shutdown();
        assertThat(loop.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        store.close();
    }

    /** Runs on the loop, after what waits there. */
    <T> T onLoop(Callable<T> work) {
        try {
            return loop.submit(work).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void pass(Duration duration) {
        time.advance(duration);
        onLoop(() -> {
            desk.tick();
            return true;
        });
    }

    long events(EventCode code) {
        return onLoop(() -> store.journalLines(code.name()));
    }

    void awaitEvent(EventCode code, long number) {
        await(code.name()).atMost(PATIENCE).until(() -> events(code) == number);
    }

    ScriptedSession inFront(int slot) throws IOException {
        ScriptedSession session = ScriptedSession.start(folders, slot);
        session.await(AgentMessage.DisplayGrant.class);
        return session;
    }

    ScriptedSession waiting(int slot) throws IOException {
        ScriptedSession session = ScriptedSession.start(folders, slot);
        session.await(AgentMessage.Welcome.class);
        return session;
    }

    /** Everything that the session said before has been dealt with. */
    void settle(ScriptedSession session) throws IOException {
        UUID key = Facts.key();
        session.say(new SessionMessage.KeepEntry(Facts.entry(key, 1)));
        session.awaitAnswer(key);
    }

    static final class FakeCentre implements ServerState {
        volatile Optional<AgentMessage.Pass> pass = Optional.empty();
        volatile boolean online;
        volatile long longestEntry = Long.MAX_VALUE;

        @Override
        public Optional<AgentMessage.Pass> pass() {
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

    static final class CountingObserver implements SessionManagerListener {
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
