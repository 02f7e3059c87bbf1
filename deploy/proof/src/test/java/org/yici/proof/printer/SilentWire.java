package org.yici.proof.printer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The wire to a printer that takes a whole document, and whose answer is lost: from then on everything is heard and nothing is answered,
 * until somebody mends it.
 */
final class SilentWire implements AutoCloseable {
    /** Operation Print-Job (RFC 8011, 4.2.1), in the third and fourth byte of a request (RFC 8010, 3.1.1). */
    private static final int PRINT_JOB = 0x0002;

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final URI printer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile boolean losesAnswers = true;
    private volatile boolean silent;

    SilentWire(URI printer) throws IOException {
        this.printer = URI.create(printer.toString().replaceFirst("^ipp:", "http:"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("ipp://127.0.0.1:" + server.getAddress().getPort() + printer.getPath());
    }

    /** Whether a document went through and its answer did not. */
    boolean isSilent() {
        return silent;
    }

    void mend() {
        losesAnswers = false;
        silent = false;
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        if (silent) {
            // Neither answered nor closed.
            return;
        }
        HttpResponse<byte[]> answer = answer(request);
        if (losesAnswers && ((request[2] & 0xff) << 8 | request[3] & 0xff) == PRINT_JOB) {
            silent = true;
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "application/ipp");
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        try (exchange) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> answer(byte[] request) throws IOException {
        HttpRequest passedOn = HttpRequest.newBuilder(printer)
                .timeout(LIMIT)
                .header("Content-Type", "application/ipp")
                .POST(BodyPublishers.ofByteArray(request))
                .build();
        try {
            return http.send(passedOn, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
