package org.yici.driver.ipp;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.yici.base.Time;
import org.yici.device.DeviceId;
import org.yici.device.DeviceThread;

/** The far end of a real socket: it says the bytes that it was given, in pieces of a few, and keeps what it hears. */
final class GoldenPrinter implements AutoCloseable {
    /** The address in the golden requests. */
    static final URI GOLDEN_URI = URI.create("ipp://127.0.0.1:49631/ipp/print");

    /** How HTTP tells where an answer ends. */
    enum End {
        LENGTH("Content-Length: %d"),
        CHUNKS("Transfer-Encoding: chunked"),
        HANGING_UP("Connection: close");

        private final String header;

        End(String header) {
            this.header = header;
        }
    }

    /** @param length what is said of it, which need not be true */
    private record Answer(byte[] bytes, int length, int piece, End end) {}

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<byte[]> heard = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket server;

    GoldenPrinter() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin(this::accept);
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "golden-printer");
        thread.setDaemon(true);
        thread.start();
    }

    /** What it says next: one for each request. */
    void says(byte[]... bodies) {
        for (byte[] body : bodies) {
            says(body, body.length, End.LENGTH);
        }
    }

    void says(byte[] body, int piece, End end) {
        answers.add(new Answer(body, body.length, piece, end));
    }

    /** Hangs up in the middle of an answer whose length it told. */
    void breaksOff(byte[] body, int length) {
        answers.add(new Answer(body, length, body.length, End.LENGTH));
    }

    /** Bodies of the requests that it got, in their order. */
    List<byte[]> heard() {
        return List.copyOf(heard);
    }

    URI httpUri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/ipp/print");
    }

    /** A client that calls it by its golden address. */
    IppClient client() {
        DeviceThread thread = new DeviceThread(new DeviceId("document-printer"));
        return new IppClient(GOLDEN_URI, new IppLink(httpUri(), Optional.empty(), thread, Time.system()));
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                begin(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean more = true;
            while (more) {
                heard.add(in.readNBytes(length(in)));
                Answer answer = answers.remove();
                say(answer, socket.getOutputStream());
                more = answer.end() != End.HANGING_UP && answer.length() == answer.bytes().length;
            }
        } catch (IOException e) {
            // The client is gone.
        }
    }

    private static int length(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void say(Answer answer, OutputStream out) throws IOException {
        String header = String.format(Locale.ROOT, answer.end().header, answer.length());
        ascii(out, "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n" + header + "\r\n\r\n");
        byte[] body = answer.bytes();
        for (int at = 0; at < body.length; at += answer.piece()) {
            byte[] part = Arrays.copyOfRange(body, at, Math.min(body.length, at + answer.piece()));
            if (answer.end() == End.CHUNKS) {
                ascii(out, Integer.toHexString(part.length) + "\r\n");
            }
            out.write(part);
            if (answer.end() == End.CHUNKS) {
                ascii(out, "\r\n");
            }
        }
        if (answer.end() == End.CHUNKS) {
            ascii(out, "0\r\n\r\n");
        }
    }

    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
