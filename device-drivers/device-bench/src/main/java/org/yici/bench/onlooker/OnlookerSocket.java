package org.yici.bench.onlooker;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.access.DeviceGroup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A Unix socket on which sessions under test tell what they show, a line of JSON for each change. A thread a connection. */
public final class OnlookerSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OnlookerSocket.class);

    private final Path path;
    private final ServerSocketChannel listener;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final OnlookerDesk desk = new OnlookerDesk();

    /**
     * Begins to listen.
     *
     * @param path in a folder that is there; what a former run left there goes
     * @param group who may tell besides the bench's own user
     */
    public OnlookerSocket(Path path, Optional<String> group) throws IOException {
        this.path = path;
        Files.deleteIfExists(path);
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(path));
            new DeviceGroup(group).shareFile(path);
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
        start("bench-onlooker", this::accept);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    public OnlookerDesk desk() {
        return desk;
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                SocketChannel teller = listener.accept();
                open.add(teller);
                start("bench-onlooker-line", () -> hear(teller));
            } catch (IOException e) {
                LOG.debug("no more onlookers: {}", e.getMessage());
            }
        }
    }

    private void hear(SocketChannel teller) {
        desk.came();
        try (teller;
                BufferedReader lines = new BufferedReader(Channels.newReader(teller, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                desk.told(teller, JsonMapper.shared().readTree(line));
            }
        } catch (IOException | JacksonException e) {
            LOG.debug("an onlooker went: {}", e.getMessage());
        } finally {
            open.remove(teller);
            desk.left(teller);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (SocketChannel teller : open) {
            teller.close();
        }
        Files.deleteIfExists(path);
    }
}
