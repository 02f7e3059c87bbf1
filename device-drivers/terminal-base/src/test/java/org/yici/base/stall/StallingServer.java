package org.yici.base.stall;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An HTTP server that takes every request and answers it in one way that never comes to an end, until the client closes. */
public final class StallingServer implements AutoCloseable {
    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CLIENT_GONE_WITHIN_SECONDS = 20;

    /** In which way it stops. */
    public enum Way {
        /** It accepts and is silent. */
        SILENT,
        /** All headers, and then nothing. */
        HEADERS_ONLY,
        /** Headers, and then a byte now and then: every time-out of a single read begins again. */
        DRIP,
        /** A body without end, as fast as it is taken. */
        ENDLESS
    }

    private final ServerSocket server;
    private final Way way;
    private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param server bound; plain or TLS */
    public StallingServer(ServerSocket server, Way way) {
        this.server = server;
        this.way = way;
        threads.execute(this::accept);
    }

    /** On a port of loopback, without TLS. */
    public static StallingServer plain(Way way) throws IOException {
        return new StallingServer(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()), way);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Waits until a client that was being answered has closed its connection; false if none did within 20 s. */
    public boolean clientWent() throws InterruptedException {
        return gone.await(CLIENT_GONE_WITHIN_SECONDS, TimeUnit.SECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.put(socket, true);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            request(socket.getInputStream());
            answer(socket.getOutputStream());
            while (socket.getInputStream().read() >= 0) {
                // A client that is still there sends nothing more, or the rest of its request.
            }
            gone.countDown();
        } catch (IOException e) {
            gone.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The head of the request; of its body as much as comes with it. */
    private static void request(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client left before it asked");
            }
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
    }

    private void answer(OutputStream out) throws IOException, InterruptedException {
        if (way == Way.SILENT) {
            return;
        }
        out.write(HEAD);
        out.write(("Content-Length: " + Integer.MAX_VALUE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        while (way == Way.DRIP && !closed.await(50, TimeUnit.MILLISECONDS)) {
            out.write(' ');
            out.flush();
        }
        byte[] much = new byte[64 << 10];
        while (way == Way.ENDLESS) {
            out.write(much);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : open.keySet()) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
