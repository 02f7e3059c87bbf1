package org.yici.endurance.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yici.base.Folders;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.PrintIntent;
import org.yici.ipc.SessionMessage;

/**
 * A session without a screen, one after the other in the same place: says hello with a fresh token, beats, keeps entries, and when the agent
 * goes away reconnects and repeats what was not answered, as a session does. One thread keeps; {@link #vanish} from any.
 */
public final class SessionClient implements AutoCloseable {
    /** Longer than any fault of a sweep keeps an agent away. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration FRONT_WITHIN = Duration.ofSeconds(40);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final long AGAIN_MILLIS = 50;
    private static final int SLOT = 1;

    private final Folders folders;
    private UUID session = UUID.randomUUID();
    private String token = "";
    private @Nullable SessionLine line;
    private int sessions;

    public SessionClient(Folders folders) {
        this.folders = folders;
    }

    /** What became of something that was to be kept. */
    public enum Answer {
        KEPT,
        REFUSED,
        /** The session was over before an answer came: no citizen was told anything. */
        NONE
    }

    /** Has {@code offer} kept; blocks until it is answered, the session is over, or three minutes have passed. */
    public Answer keep(Offer offer) throws InterruptedException {
        return keep(offer.message(), offer.id());
    }

    /** Has an intent kept. */
    public Answer keep(PrintIntent intent) throws InterruptedException {
        return keep(new SessionMessage.KeepIntent(intent), new Offer.Id(intent.key(), 0));
    }

    private Answer keep(SessionMessage message, Offer.Id id) throws InterruptedException {
        SessionLine now = front();
        UUID mine = session();
        while (mine.equals(session())) {
            Optional<AgentMessage> answer = now.ask(message, id, ANSWER_WITHIN);
            if (answer.isPresent()) {
                return answer.get() instanceof AgentMessage.Stored ? Answer.KEPT : Answer.REFUSED;
            }
            now.close();
            now = front();
        }
        return Answer.NONE;
    }

    private synchronized UUID session() {
        return session;
    }

    /** The line of a session that has the screen. */
    private SessionLine front() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            try {
                SessionLine now = connected();
                if (now.awaitFront(FRONT_WITHIN) && !now.isGone()) {
                    return now;
                }
                now.close();
            } catch (IOException e) {
                // The agent is not there now; it will be.
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
        throw new IllegalStateException("no agent gave the screen in " + PATIENCE + " at " + folders.root());
    }

    private synchronized SessionLine connected() throws IOException {
        if (line != null && !line.isGone()) {
            return line;
        }
        if (token.isEmpty() || (line != null && line.isHalted())) {
            fresh();
        }
        SessionLine made = SessionLine.open(folders.agentSocket(), SLOT, token, session);
        line = made;
        return made;
    }

    /** What the keeper does before it starts a session. */
    private void fresh() throws IOException {
        session = UUID.randomUUID();
        token = UUID.randomUUID() + "-" + UUID.randomUUID();
        line = null;
        sessions++;
        Path file = folders.sessionToken(SLOT);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, token + "\n", StandardCharsets.UTF_8);
    }

    /** The session's process ends without a word; the next one is another session. */
    public synchronized void vanish() {
        session = UUID.randomUUID();
        token = "";
        if (line != null) {
            line.close();
            line = null;
        }
    }

    /** Whether it has the screen now; connects if it is not connected. Does not wait. */
    public synchronized boolean isFront() {
        try {
            connected();
        } catch (IOException e) {
            return false;
        }
        return state().isPresent();
    }

    /** Whether the agent says that it reaches the centre. */
    public synchronized boolean isCentreOnline() {
        return state().map(AgentMessage.DisplayGrant::centreOnline).orElse(false);
    }

    /** The pass that the agent gave, if it has one. */
    public synchronized Optional<AgentMessage.Pass> pass() {
        return state().flatMap(AgentMessage.DisplayGrant::pass);
    }

    /** The acts of former sessions that nobody closed, as this one is told. */
    public synchronized List<PrintIntent> openIntents() {
        return state().map(AgentMessage.DisplayGrant::openIntents).orElse(List.of());
    }

    private Optional<AgentMessage.DisplayGrant> state() {
        return line == null || line.isGone() ? Optional.empty() : line.state();
    }

    /** How many sessions there have been. */
    public synchronized int sessions() {
        return sessions;
    }

    @Override
    public void close() {
        vanish();
    }
}
