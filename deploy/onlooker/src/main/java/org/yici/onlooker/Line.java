package org.yici.onlooker;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The way to the bench: holds the latest line only, sends it when it can, and comes back quietly when the bench does. */
final class Line {
    private static final long TRIES_NANOS = 250_000_000;

    private final Path socket;
    private @Nullable String latest;
    private boolean fresh;

    Line(Path socket) {
        this.socket = socket;
    }

    /** Takes the place of a line that was not sent yet. Never waits. */
    synchronized void say(String line) {
        latest = line;
        fresh = true;
        notifyAll();
    }

    /** Sends for as long as the process lives. */
    void keep() {
        while (true) {
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                again();
                while (true) {
                    send(channel, next());
                }
            } catch (IOException | RuntimeException e) {
                LockSupport.parkNanos(TRIES_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void again() {
        fresh = latest != null;
    }

    private synchronized String next() throws InterruptedException {
        while (!fresh || latest == null) {
            wait();
        }
        fresh = false;
        return latest;
    }

    private static void send(SocketChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
