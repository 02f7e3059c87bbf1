package org.yici.bench.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the page and its interface on loopback. */
public final class BenchServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BenchServer.class);

    private static final Map<String, String> FILES = Map.of(
            "/", "index.html",
            "/bench.css", "bench.css",
            "/bench.js", "bench.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Publisher publisher;
    private final Api api;

    /**
     * Begins to listen.
     *
     * @param changed rung when something of the hardware changed
     */
    public BenchServer(int port, Hardware hardware, Signal changed) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        publisher = new Publisher(hardware, changed);
        api = new Api(hardware, publisher.events(), changed);
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "bench-web");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            protect(exchange.getResponseHeaders());
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            Optional<String> refusal = SameSite.refusal(exchange);
            if (refusal.isPresent()) {
                Answers.error(exchange, 403, refusal.get());
            } else if (!file(exchange) && !api.handle(exchange)) {
                Answers.error(exchange, 404, "no such page");
            }
        } catch (Api.BadRequest e) {
            Answers.error(exchange, 400, e.what());
        } catch (RuntimeException e) {
            LOG.error("{} failed", exchange.getRequestURI(), e);
            Answers.error(exchange, 500, "it failed, see the log");
        }
    }

    private static void protect(Headers headers) {
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(
                "Content-Security-Policy", "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'");
    }

    private static boolean file(HttpExchange exchange) throws IOException {
        String name = FILES.get(exchange.getRequestURI().getPath());
        if (name == null || !exchange.getRequestMethod().equals("GET")) {
            return false;
        }
        byte[] content = read(name);
        Answers.bytes(exchange, 200, TYPES.getOrDefault(name.substring(name.indexOf('.') + 1), ""), content);
        return true;
    }

    private static byte[] read(String name) throws IOException {
        try (@Nullable InputStream in = BenchServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not in the jar");
            }
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        publisher.close();
        threads.shutdownNow();
        server.stop(0);
    }
}
