package org.yici.agent.session;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.Time;
import org.yici.ipc.IpcChannel;

/**
 * The Unix socket (0660; its folder's group decides who reaches it). The kernel says which user connects; others than the sessions' are
 * turned away before a byte is read.
 */
public final class SessionServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionServer.class);

    private static final int PAUSE_MS = 100;

    private final Path socket;
    private final Set<String> users;
    private final Time time;
    private final Executor loop;
    private final SessionManager desk;
    private final ServerSocketChannel server;
    private int accepted;

    private SessionServer(
            Path socket, Set<String> users, Time time, Executor loop, SessionManager desk, ServerSocketChannel server) {
        this.socket = socket;
        this.users = users;
        this.time = time;
        this.loop = loop;
        this.desk = desk;
        this.server = server;
    }

    /** Binds the socket and accepts sessions for {@code desk} from now on. A socket that a former agent left is replaced. */
    public static SessionServer open(Path socket, Set<String> users, Time time, Executor loop, SessionManager desk)
            throws IOException {
        Files.createDirectories(socket.toAbsolutePath().getParent());
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
        } catch (IOException e) {
            server.close();
            throw new IOException("the link's socket " + socket + " cannot be made: " + e.getMessage(), e);
        }
        SessionServer open = new SessionServer(socket, users, time, loop, desk, server);
        Thread thread = new Thread(open::accept, "link");
        thread.setDaemon(true);
        thread.start();
        return open;
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                admit(server.accept());
            } catch (IOException | RuntimeException | Error e) {
                if (server.isOpen()) {
                    LOG.warn("A session could not be let in: {}", e.toString());
                    pause();
                }
            }
        }
    }

    /** What fails at once, as where no descriptor is left, would otherwise be tried again without a pause. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(SocketChannel channel) throws IOException {
        String user =
                channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        if (!users.contains(user)) {
            LOG.warn("User {} is no session and is turned away; sessions are {}", user, users);
            channel.close();
            return;
        }
        accepted++;
        SessionConnection line =
                new SessionConnection(new IpcChannel(channel), "session-" + accepted, time, loop, desk);
        loop.execute(() -> desk.arrived(line));
        line.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }
}
