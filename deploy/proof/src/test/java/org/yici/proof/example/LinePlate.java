package org.yici.proof.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yici.bench.port.SamePort;

/** The far end of the example: says its name to one driver at a time, and then what a test wants it to. */
final class LinePlate {
    private final int port;
    private @Nullable ServerSocket server;
    private @Nullable Socket line;

    LinePlate(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    synchronized void plugIn() throws IOException {
        ServerSocket opened = SamePort.again(() -> new ServerSocket(port, 5, InetAddress.getLoopbackAddress()));
        server = opened;
        inBackground(() -> serve(opened));
    }

    synchronized void unplug() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
        if (line != null) {
            line.close();
            line = null;
        }
    }

    /** To the driver that is online. */
    synchronized void send(String text) {
        try {
            write(line, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(@Nullable Socket to, String text) throws IOException {
        if (to == null) {
            throw new IOException("no driver is connected");
        }
        to.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "line-plate");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(ServerSocket from) {
        try {
            while (true) {
                take(from.accept());
            }
        } catch (IOException e) {
            // Unplugged.
        }
    }

    private synchronized void take(Socket next) throws IOException {
        if (line != null || server == null) {
            next.close();
            return;
        }
        line = next;
        write(next, "plate 7\n");
        inBackground(() -> awaitEnd(next));
    }

    /** The driver sends nothing: what ends the reading is its end. */
    private void awaitEnd(Socket of) {
        try (of) {
            of.getInputStream().readAllBytes();
        } catch (IOException e) {
            // Unplugged.
        }
        synchronized (this) {
            if (line == of) {
                line = null;
            }
        }
    }
}
