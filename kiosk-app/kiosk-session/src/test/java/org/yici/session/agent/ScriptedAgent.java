package org.yici.session.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.yici.base.ErrorCode;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcChannel;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;

/** The agent's end of the socket: remembers what it hears and keeps what it is given, each key once. */
final class ScriptedAgent implements AutoCloseable {
    final List<SessionMessage> heard = new CopyOnWriteArrayList<>();
    final List<UUID> intents = new CopyOnWriteArrayList<>();
    final List<UUID> outcomes = new CopyOnWriteArrayList<>();
    final List<UUID> stops = new CopyOnWriteArrayList<>();
    final List<UUID> entries = new CopyOnWriteArrayList<>();
    volatile Optional<ErrorCode> refusal = Optional.empty();
    volatile boolean answers = true;
    volatile boolean turnsAway;
    volatile boolean hangs;

    private final Path socket;
    private final String terminal;
    private volatile @Nullable ServerSocketChannel server;
    private volatile @Nullable IpcChannel line;

    ScriptedAgent(Path socket, String terminal) {
        this.socket = socket;
        this.terminal = terminal;
    }

    void open() throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel opened =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        server = opened;
        Thread thread = new Thread(() -> serve(opened), "scripted-agent");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(ServerSocketChannel accepting) {
        while (accepting.isOpen()) {
            try (IpcChannel channel = new IpcChannel(accepting.accept())) {
                line = channel;
                while (true) {
                    hear(channel, (SessionMessage) channel.receive());
                }
            } catch (IOException e) {
                // The session or this agent went; the next one may come.
            }
        }
    }

    private void hear(IpcChannel channel, SessionMessage message) throws IOException {
        heard.add(message);
        if (hangs) {
            return;
        }
        if (message instanceof SessionMessage.Hello) {
            channel.send(
                    turnsAway
                            ? new AgentMessage.Halt()
                            : new AgentMessage.Welcome(IpcMessage.PROTOCOL, terminal, "0.1.0"));
        } else if (message instanceof SessionMessage.KeepIntent intent) {
            keep(channel, intents, intent.intent().key(), 0);
        } else if (message instanceof SessionMessage.KeepOutcome outcome) {
            keep(channel, outcomes, outcome.intent(), 1);
        } else if (message instanceof SessionMessage.StopService stop) {
            keep(channel, stops, stop.key(), 0);
        } else if (message instanceof SessionMessage.KeepEntry entry) {
            keep(channel, entries, entry.entry().header().key(), 1);
        }
    }

    private void keep(IpcChannel channel, List<UUID> kept, UUID key, int version) throws IOException {
        if (!answers) {
            return;
        }
        if (refusal.isPresent()) {
            channel.send(new AgentMessage.Rejected(key, version, refusal.get().code()));
            return;
        }
        if (!kept.contains(key)) {
            kept.add(key);
        }
        channel.send(new AgentMessage.Stored(key, version));
    }

    void say(AgentMessage message) {
        try {
            Objects.requireNonNull(line).send(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process is gone; its socket file stays, as after a kill. */
    void die() throws IOException {
        ServerSocketChannel accepting = server;
        IpcChannel open = line;
        if (accepting != null) {
            accepting.close();
        }
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() throws IOException {
        die();
    }
}
