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
import org.yici.link.FromAgent;
import org.yici.link.FromAgent.PreviousEnd;
import org.yici.link.FromSession;
import org.yici.link.PrintIntent;

/** Who gets the screen, also from an agent that was restarted. */
class ScreenTest extends DeskFixture {
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
        PrintIntent intent = Facts.intent(Facts.key(), Facts.COPY);
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
}
