package org.yici.agent.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yici.agent.fixture.Facts;
import org.yici.agent.fixture.ScriptedSession;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;

/** Who is let in to the agent's socket. */
class AdmissionTest extends SessionManagerFixture {
    @Test
    void turnsAwayWrongTokensSlotsAndUsedTokens() throws Exception {
        String token = ScriptedSession.token(folders, 1);
        ScriptedSession.connect(folders, 1, "guess-guess-guess-guess", UUID.randomUUID())
                .awaitGone();
        ScriptedSession.connect(folders, 2, token, UUID.randomUUID()).awaitGone();
        ScriptedSession.connect(folders, 3, token, UUID.randomUUID()).awaitGone();
        ScriptedSession.connect(folders, 0, token, UUID.randomUUID()).awaitGone();
        ScriptedSession right = ScriptedSession.connect(folders, 1, token, UUID.randomUUID());
        right.await(AgentMessage.DisplayGrant.class);
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
        rude.say(new SessionMessage.ScreenPainted());
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
        session.say(new SessionMessage.Hello(IpcMessage.PROTOCOL + 1, 1, token, UUID.randomUUID(), "later"));
        session.await(AgentMessage.Halt.class);
        assertThat(session.all(AgentMessage.Welcome.class)).isEmpty();
        session.close();
    }

    @Test
    void givesUpAStandbyThatActsAsIfItWereInFront() throws Exception {
        ScriptedSession first = inFront(1);
        ScriptedSession second = waiting(2);
        UUID key = Facts.key();
        second.say(new SessionMessage.KeepEntry(Facts.entry(key, 1)));
        second.await(AgentMessage.Halt.class);
        assertThat(onLoop(() -> store.firstRows(9, Long.MAX_VALUE)))
                .noneMatch(row -> row.key().equals(key));
        first.close();
        second.close();
    }
}
