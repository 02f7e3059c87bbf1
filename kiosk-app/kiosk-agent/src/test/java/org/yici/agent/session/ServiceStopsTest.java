package org.yici.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.agent.store.OutboxRow;
import org.yici.agent.store.ReleasedService;
import org.yici.agent.store.StoreFaults;
import org.yici.contract.entry.EventCode;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.SessionMessage;

/** A service that a session stopped is offered to nobody until staff release it. */
class ServiceStopsTest extends SessionManagerFixture {
    private static final Map<String, String> STOPPED = Map.of("certificates", "D09");

    private static AgentMessage stop(ScriptedSession session) throws Exception {
        UUID key = UUID.randomUUID();
        session.say(new SessionMessage.StopService(key, "certificates", "D09"));
        return session.awaitAnswer(key);
    }

    private Path storeFile() {
        return folders.state().resolve("agent.db");
    }

    @Test
    void holdsForTheSessionThatSaidItAndForThoseAfterIt() throws Exception {
        ScriptedSession first = inFront(1);
        assertThat(stop(first)).isInstanceOf(AgentMessage.Stored.class);
        assertThat(first.await(AgentMessage.DisplayGrant.class, 2).stoppedServices())
                .isEqualTo(STOPPED);
        first.close();
        ScriptedSession second = inFront(2);
        assertThat(second.await(AgentMessage.DisplayGrant.class).stoppedServices())
                .isEqualTo(STOPPED);
        second.close();
    }

    @Test
    void isToldToTheCentreOnceInClosedWords() throws Exception {
        ScriptedSession session = inFront(1);
        stop(session);
        stop(session);
        awaitEvent(EventCode.SERVICE_STOPPED, 1);
        String told = onLoop(() -> {
            StringBuilder all = new StringBuilder();
            for (OutboxRow row : store.firstRows(9, Long.MAX_VALUE)) {
                all.append(new String(store.content(row).orElseThrow(), StandardCharsets.UTF_8));
            }
            return all.toString();
        });
        assertThat(told).contains("\"code\":\"SERVICE_STOPPED\"", "\"numbers\":{\"D\":9}");
        session.close();
    }

    /** Restart or power cut: what was answered is on disk. */
    @Test
    void holdsOverARestartOfTheAgent() throws Exception {
        ScriptedSession session = inFront(1);
        stop(session);
        session.close();
        stopDesk();
        startDesk(Set.of(ME));
        pass(Duration.ofSeconds(12));
        ScriptedSession next = inFront(2);
        assertThat(next.await(AgentMessage.DisplayGrant.class).stoppedServices())
                .isEqualTo(STOPPED);
        next.close();
    }

    @Test
    void endsWhenStaffReleaseItBesideTheRunningAgent() throws Exception {
        ScriptedSession session = inFront(1);
        stop(session);
        assertThat(ReleasedService.release(storeFile(), "certificates", time.now()))
                .isTrue();
        assertThat(ReleasedService.release(storeFile(), "certificates", time.now()))
                .isFalse();
        pass(Duration.ofSeconds(2));
        assertThat(session.await(AgentMessage.DisplayGrant.class, 3).stoppedServices())
                .isEmpty();
        awaitEvent(EventCode.SERVICE_RELEASED, 1);
        stop(session);
        assertThat(session.await(AgentMessage.DisplayGrant.class, 4).stoppedServices())
                .as("stopped once more")
                .isEqualTo(STOPPED);
        awaitEvent(EventCode.SERVICE_STOPPED, 2);
        session.close();
    }

    @Test
    void endsWhenStaffReleaseItWhileTheAgentDoesNotRun() throws Exception {
        ScriptedSession session = inFront(1);
        stop(session);
        session.close();
        stopDesk();
        assertThat(ReleasedService.stoppedIn(storeFile())).isEqualTo(STOPPED);
        assertThat(ReleasedService.release(storeFile(), "certificates", time.now()))
                .isTrue();
        startDesk(Set.of(ME));
        pass(Duration.ofSeconds(12));
        awaitEvent(EventCode.SERVICE_RELEASED, 1);
        ScriptedSession next = inFront(2);
        assertThat(next.await(AgentMessage.DisplayGrant.class).stoppedServices())
                .isEmpty();
        next.close();
    }

    /** It holds although it is not on disk, and is written as soon as it can be. */
    @Test
    void holdsInAStoreThatIsFullAndIsWrittenWhenThereIsRoom() throws Exception {
        ScriptedSession session = inFront(1);
        onLoop(() -> {
            StoreFaults.refuseWrites(store, true);
            return true;
        });
        assertThat(stop(session)).isInstanceOfSatisfying(AgentMessage.Rejected.class, not -> assertThat(not.code())
                .isEqualTo("K02"));
        assertThat(session.await(AgentMessage.DisplayGrant.class, 2).stoppedServices())
                .isEqualTo(STOPPED);
        assertThat(ReleasedService.stoppedIn(storeFile())).isEmpty();
        onLoop(() -> {
            StoreFaults.refuseWrites(store, false);
            return true;
        });
        pass(Duration.ofSeconds(2));
        assertThat(ReleasedService.stoppedIn(storeFile())).isEqualTo(STOPPED);
        awaitEvent(EventCode.SERVICE_STOPPED, 1);
        session.close();
    }

    @Test
    void stopsNothingThatItDoesNotKnow() throws Exception {
        ScriptedSession session = inFront(1);
        for (SessionMessage.StopService strange : new SessionMessage.StopService[] {
            new SessionMessage.StopService(UUID.randomUUID(), "林知夏", "D09"),
            new SessionMessage.StopService(UUID.randomUUID(), "certificates", "000101198802290029")
        }) {
            session.say(strange);
            assertThat(session.awaitAnswer(strange.key()))
                    .isEqualTo(new AgentMessage.Rejected(strange.key(), 0, "K03"));
        }
        assertThat(ReleasedService.stoppedIn(storeFile())).isEmpty();
        session.close();
    }
}
