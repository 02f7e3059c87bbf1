package org.yici.endurance.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcChannel;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;

/** One connection of a session to its agent: a thread that listens, and one that beats as a screen does. Any thread. */
final class SessionLine implements AutoCloseable {
    private static final long BEAT_MILLIS = 500;

    private final IpcChannel channel;
    private final Map<Offer.Id, CompletableFuture<AgentMessage>> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<AgentMessage.DisplayGrant> front = new CompletableFuture<>();
    private volatile AgentMessage.@Nullable DisplayGrant state;
    private volatile boolean gone;
    private volatile boolean halted;

    private SessionLine(IpcChannel channel) {
        this.channel = channel;
    }

    static SessionLine open(Path socket, int slot, String token, UUID session) throws IOException {
        SessionLine line = new SessionLine(IpcChannel.connect(socket));
        daemon(line::listen, "session-ears");
        daemon(line::beat, "session-heart");
        line.send(new SessionMessage.Hello(IpcMessage.PROTOCOL, slot, token, session, "sweep"));
        return line;
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            while (true) {
                hear((AgentMessage) channel.receive());
            }
        } catch (IOException e) {
            close();
        }
    }

    private void hear(AgentMessage message) throws IOException {
        if (message instanceof AgentMessage.DisplayGrant now) {
            state = now;
            if (front.complete(now)) {
                send(new SessionMessage.ScreenPainted());
            }
        } else if (message instanceof AgentMessage.Stored kept) {
            answer(new Offer.Id(kept.key(), kept.version()), kept);
        } else if (message instanceof AgentMessage.Rejected not) {
            answer(new Offer.Id(not.key(), not.version()), not);
        } else if (message instanceof AgentMessage.Halt) {
            halted = true;
            close();
        }
    }

    private void answer(Offer.Id id, AgentMessage word) {
        CompletableFuture<AgentMessage> waiting = asked.remove(id);
        if (waiting != null) {
            waiting.complete(word);
        }
    }

    private void beat() {
        try {
            for (long number = 0; !gone; number++) {
                send(new SessionMessage.Heartbeat(number));
                TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
            }
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void send(SessionMessage message) throws IOException {
        channel.send(message);
    }

    boolean isGone() {
        return gone;
    }

    /** Whether the agent told this session to end. */
    boolean isHalted() {
        return halted;
    }

    /** What the agent told last about the state of things; empty until the session has the screen. */
    Optional<AgentMessage.DisplayGrant> state() {
        return Optional.ofNullable(state);
    }

    /** Waits until the session has the screen; false if the line is gone or it took too long. */
    boolean awaitFront(Duration patience) throws InterruptedException {
        return wait(front, patience).isPresent();
    }

    /** Says something that is answered, and waits for the answer; empty if the line is gone before it comes. */
    Optional<AgentMessage> ask(SessionMessage message, Offer.Id id, Duration patience) throws InterruptedException {
        CompletableFuture<AgentMessage> answer = new CompletableFuture<>();
        asked.put(id, answer);
        try {
            send(message);
        } catch (IOException e) {
            close();
        }
        if (gone) {
            answer.cancel(false);
        }
        return wait(answer, patience);
    }

    private static <T> Optional<T> wait(CompletableFuture<T> future, Duration patience) throws InterruptedException {
        try {
            return Optional.of(future.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        gone = true;
        try {
            channel.close();
        } catch (IOException e) {
            // The other side may be gone already.
        }
        front.cancel(false);
        asked.values().forEach(each -> each.cancel(false));
    }
}
