package org.yici.base.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The far end of a line that takes what it is asked and then stops, in one of four ways: for tests of whatever waits for an answer. It
 * speaks no protocol of its own; what it begins an answer with is given to it.
 */
public final class CounterpartThatStops implements AutoCloseable {
    /** What it does with a request. */
    public enum Way {
        /** Takes the request and never answers. */
        SAYS_NOTHING,
        /** Begins its answer, such as the headers, and says nothing more. */
        STOPS_AFTER_THE_BEGINNING,
        /** Begins its answer, then a byte a second. */
        A_BYTE_A_SECOND,
        /** Begins its answer, and never ends it. */
        WITHOUT_END
    }

    private final Way way;
    private final byte[] beginning;
    private final AutoCloseable listener;
    private final Set<AutoCloseable> lines = ConcurrentHashMap.newKeySet();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private int port;

    private CounterpartThatStops(Way way, byte[] beginning, AutoCloseable listener) {
        this.way = way;
        this.beginning = beginning.clone();
        this.listener = listener;
    }

    /** On a free port of loopback. */
    public static CounterpartThatStops onLoopback(Way way, byte[] beginning) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePort.next()));
        return on(way, beginning, listener);
    }

    /** On a bound socket, such as one that speaks TLS. It is closed with this. */
    public static CounterpartThatStops on(Way way, byte[] beginning, ServerSocket listener) {
        CounterpartThatStops counterpart = new CounterpartThatStops(way, beginning, listener);
        counterpart.port = listener.getLocalPort();
        counterpart.start(() -> {
            Socket line = listener.accept();
            // Closing TLS would otherwise wait for a write that the client does not take.
            line.setSoLinger(true, 0);
            counterpart.lines.add(line);
            return new Line(line.getInputStream(), line.getOutputStream());
        });
        return counterpart;
    }

    /** On a Unix socket at {@code path}. */
    public static CounterpartThatStops onSocket(Way way, byte[] beginning, Path path) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(path));
        CounterpartThatStops counterpart = new CounterpartThatStops(way, beginning, listener);
        counterpart.start(() -> {
            SocketChannel line = listener.accept();
            counterpart.lines.add(line);
            return new Line(Channels.newInputStream(line), Channels.newOutputStream(line));
        });
        return counterpart;
    }

    /** On a line that is open already, such as the other end of a pseudo-terminal. */
    public static CounterpartThatStops on(Way way, byte[] beginning, InputStream in, OutputStream out) {
        CounterpartThatStops counterpart = new CounterpartThatStops(way, beginning, in);
        counterpart.serveApart(new Line(in, out));
        return counterpart;
    }

    /** The headers of an HTTP answer whose body is longer than any that is read: a beginning for those who speak HTTP. */
    public static byte[] httpHeaders(String contentType) {
        String headers = "HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: " + Integer.MAX_VALUE;
        return (headers + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    public int port() {
        return port;
    }

    /** Waits until something was asked; false if nothing was within the limit. */
    public boolean wasAsked(long limit, TimeUnit unit) throws InterruptedException {
        return asked.await(limit, unit);
    }

    /** Waits until a client that had asked has closed its line; false if none did within the limit. */
    public boolean clientWent(long limit, TimeUnit unit) throws InterruptedException {
        return gone.await(limit, unit);
    }

    private record Line(InputStream in, OutputStream out) {}

    private interface Listener {
        Line next() throws IOException;
    }

    private void start(Listener next) {
        daemon("counterpart", () -> {
            try {
                while (true) {
                    serveApart(next.next());
                }
            } catch (IOException e) {
                // It is closed.
            }
        });
    }

    private void serveApart(Line line) {
        daemon("counterpart line", () -> {
            try {
                serve(line);
            } catch (IOException e) {
                // Whoever waited has given up, which is what is tested.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void serve(Line line) throws IOException, InterruptedException {
        if (line.in().read() < 0) {
            return;
        }
        asked.countDown();
        daemon("counterpart drain", () -> drain(line.in()));
        if (way == Way.SAYS_NOTHING) {
            return;
        }
        line.out().write(beginning);
        line.out().flush();
        if (way == Way.STOPS_AFTER_THE_BEGINNING) {
            return;
        }
        byte[] more = new byte[way == Way.WITHOUT_END ? 8_192 : 1];
        while (way == Way.WITHOUT_END || !closed.await(1, TimeUnit.SECONDS)) {
            line.out().write(more);
            line.out().flush();
        }
    }

    /** The rest of the request is taken, so that whoever asks is not held up by sending. */
    private void drain(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The line is gone.
        }
        if (closed.getCount() > 0) {
            gone.countDown();
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        close(listener);
        lines.forEach(CounterpartThatStops::close);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
