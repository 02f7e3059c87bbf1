package org.yici.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.agent.fixture.Facts;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.contract.entry.EventCode;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.AgentMessage.PreviousEnd;
import org.yici.ipc.PrintIntent;
import org.yici.ipc.SessionMessage;

/** Who gets the screen, also from an agent that was restarted. */
class DisplayArbiterTest extends SessionManagerFixture {
    @Test
    void givesTheScreenToTheOneThatWaitedLongestOnceTheFormerSocketIsClosed() throws Exception {
        ScriptedSession first = inFront(1);
        assertThat(first.await(AgentMessage.Welcome.class).terminal()).isEqualTo(Facts.TERMINAL);
        assertThat(first.await(AgentMessage.DisplayGrant.class).previousEnd()).isEqualTo(PreviousEnd.NONE);
        ScriptedSession second = waiting(2);
        first.say(new SessionMessage.ScreenPainted());
        first.say(new SessionMessage.Ending(SessionMessage.Reason.FINISHED));
        first.await(AgentMessage.Halt.class);
        awaitEvent(EventCode.SESSION_ENDED, 1);
        assertThat(second.all(AgentMessage.DisplayGrant.class)).isEmpty();
        first.close();
        assertThat(second.await(AgentMessage.DisplayGrant.class).previousEnd()).isEqualTo(PreviousEnd.ENDED);

        ScriptedSession third = waiting(1);
        second.close();
        assertThat(third.await(AgentMessage.DisplayGrant.class).previousEnd()).isEqualTo(PreviousEnd.LOST);
        awaitEvent(EventCode.SESSION_LOST, 1);
        awaitEvent(EventCode.SESSION_SHOWN, 1);
        assertThat(events(EventCode.SESSION_ENDED)).isEqualTo(1);
        third.close();
    }

    @Test
    void closesTheSocketOfOneThatDoesNotEndAfterHalt() throws Exception {
        ScriptedSession first = inFront(1);
        ScriptedSession second = waiting(2);
        first.say(new SessionMessage.Ending(SessionMessage.Reason.CANCELLED));
        first.await(AgentMessage.Halt.class);
        pass(Duration.ofMillis(1900));
        assertThat(second.all(AgentMessage.DisplayGrant.class)).isEmpty();
        pass(Duration.ofMillis(200));
        first.awaitGone();
        assertThat(second.await(AgentMessage.DisplayGrant.class).previousEnd()).isEqualTo(PreviousEnd.ENDED);
        second.close();
    }

    @Test
    void stopsBelievingOneWhoseHeartbeatIsMissed() throws Exception {
        ScriptedSession first = inFront(1);
        ScriptedSession second = waiting(2);
        first.say(new SessionMessage.Heartbeat(1));
        settle(first);
        pass(Duration.ofMillis(2900));
        assertThat(first.all(AgentMessage.Halt.class)).isEmpty();
        pass(Duration.ofMillis(200));
        first.await(AgentMessage.Halt.class);
        UUID late = Facts.key();
        first.say(new SessionMessage.KeepEntry(Facts.entry(late, 1)));
        pass(Duration.ofMillis(600));
        first.awaitGone();
        assertThat(second.await(AgentMessage.DisplayGrant.class).previousEnd()).isEqualTo(PreviousEnd.LOST);
        awaitEvent(EventCode.SESSION_LOST, 1);
        assertThat(onLoop(() -> store.firstRows(99, Long.MAX_VALUE)))
                .noneMatch(row -> row.key().equals(late));
        second.close();
    }

    @Test
    void givesAStartingSessionHalfAMinuteForItsFirstHeartbeat() throws Exception {
        ScriptedSession first = inFront(1);
        first.say(new SessionMessage.ScreenPainted());
        first.say(new SessionMessage.Heartbeat(1));
        settle(first);
        ScriptedSession starting = waiting(2);
        for (int second = 0; second < 29; second++) {
            first.say(new SessionMessage.Heartbeat(second));
            settle(first);
            pass(Duration.ofSeconds(1));
        }
        assertThat(starting.all(AgentMessage.Halt.class)).isEmpty();
        first.say(new SessionMessage.Heartbeat(30));
        settle(first);
        pass(Duration.ofMillis(1100));
        starting.await(AgentMessage.Halt.class);
        pass(Duration.ofMillis(600));
        starting.awaitGone();
        assertThat(first.all(AgentMessage.Halt.class)).isEmpty();
        assertThat(events(EventCode.SESSION_LOST)).isZero();
        first.close();
    }

    @Test
    void takesTheScreenFromOneThatNeverPaints() throws Exception {
        ScriptedSession first = inFront(1);
        for (int second = 0; second < 29; second++) {
            first.say(new SessionMessage.Heartbeat(second));
            settle(first);
            pass(Duration.ofSeconds(1));
        }
        assertThat(first.all(AgentMessage.Halt.class)).isEmpty();
        pass(Duration.ofSeconds(1));
        first.await(AgentMessage.Halt.class);
        first.close();
    }

    @Test
    void tellsTheOneInFrontWhatChangesAndNothingElse() throws Exception {
        ScriptedSession session = inFront(1);
        assertThat(observer.passesWanted.get()).isEqualTo(1);
        assertThat(session.await(AgentMessage.DisplayGrant.class).pass()).isEmpty();
        centre.online = true;
        refresh();
        assertThat(session.await(AgentMessage.DisplayGrant.class, 2).centreOnline())
                .isTrue();
        refresh();
        centre.pass = Optional.of(new AgentMessage.Pass("a.b.c", Instant.parse("2026-11-22T08:15:00Z")));
        refresh();
        assertThat(session.await(AgentMessage.DisplayGrant.class, 3).pass()).isEqualTo(centre.pass);
        settle(session);
        assertThat(session.all(AgentMessage.DisplayGrant.class)).hasSize(3);
        session.close();
    }

    private void refresh() {
        onLoop(() -> {
            desk.refresh();
            return true;
        });
    }

    // ---- an agent that was restarted

    @Test
    void leavesTheScreenToTheSessionThatHadItWhenTheAgentWasRestarted() throws Exception {
        String frontToken = ScriptedSession.token(folders, 1);
        UUID frontId = UUID.randomUUID();
        ScriptedSession front = ScriptedSession.connect(folders, 1, frontToken, frontId);
        front.await(AgentMessage.DisplayGrant.class);
        String standbyToken = ScriptedSession.token(folders, 2);
        UUID standbyId = UUID.randomUUID();
        ScriptedSession standby = ScriptedSession.connect(folders, 2, standbyToken, standbyId);
        standby.await(AgentMessage.Welcome.class);
        PrintIntent intent = Facts.intent(Facts.key(), Facts.COPY);
        front.say(new SessionMessage.KeepIntent(intent));
        front.awaitAnswer(intent.key());

        stopDesk();
        startDesk(Set.of(ME));
        ScriptedSession standbyAgain = ScriptedSession.connect(folders, 2, standbyToken, standbyId);
        standbyAgain.await(AgentMessage.Welcome.class);
        pass(Duration.ofSeconds(2));
        ScriptedSession frontAgain = ScriptedSession.connect(folders, 1, frontToken, frontId);
        AgentMessage.DisplayGrant again = frontAgain.await(AgentMessage.DisplayGrant.class);
        assertThat(again.openIntents()).isEmpty();
        frontAgain.say(new SessionMessage.KeepIntent(intent));
        assertThat(frontAgain.awaitAnswer(intent.key())).isEqualTo(new AgentMessage.Stored(intent.key(), 0));
        assertThat(standbyAgain.all(AgentMessage.DisplayGrant.class)).isEmpty();
        frontAgain.close();
        AgentMessage.DisplayGrant next = standbyAgain.await(AgentMessage.DisplayGrant.class);
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
        assertThat(second.all(AgentMessage.DisplayGrant.class)).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(second.await(AgentMessage.DisplayGrant.class).previousEnd()).isEqualTo(PreviousEnd.LOST);

        stopDesk();
        startDesk(Set.of(ME));
        ScriptedSession reborn = ScriptedSession.start(folders, 2);
        assertThat(reborn.await(AgentMessage.DisplayGrant.class).previousEnd()).isEqualTo(PreviousEnd.LOST);
        assertThat(events(EventCode.SESSION_LOST)).isEqualTo(2);
        reborn.close();
    }

    @Test
    void haltsASessionThatComesBackAfterItWasGivenUp() throws Exception {
        String token = ScriptedSession.token(folders, 1);
        UUID id = UUID.randomUUID();
        ScriptedSession session = ScriptedSession.connect(folders, 1, token, id);
        session.await(AgentMessage.DisplayGrant.class);
        session.close();
        awaitEvent(EventCode.SESSION_LOST, 1);
        ScriptedSession back = ScriptedSession.connect(folders, 1, token, id);
        back.await(AgentMessage.Halt.class);
        assertThat(back.all(AgentMessage.DisplayGrant.class)).isEmpty();
        back.close();
    }
}
