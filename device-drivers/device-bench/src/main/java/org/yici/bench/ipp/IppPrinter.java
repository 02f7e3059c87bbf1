package org.yici.bench.ipp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.printer.Printer;

/**
 * The printer's network side: {@code ipp://127.0.0.1:PORT/ipp/print} on loopback. Out of reach, its port is closed and every
 * connection cut; a job that had arrived is printed all the same, as a printer behind a pulled cable does. Any thread.
 */
public final class IppPrinter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IppPrinter.class);
    private static final String PATH = "/ipp/print";
    private static final String TYPE = "application/ipp";

    private final InetSocketAddress address;
    private final Operations operations;
    private final String uri;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /**
     * Begins to listen.
     *
     * @param port 0 chooses a free one, which stays the same when the printer comes back
     */
    public IppPrinter(int port, Printer printer, Clock clock) throws IOException {
        HttpServer first = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        address = first.getAddress();
        uri = "ipp://127.0.0.1:" + address.getPort() + PATH;
        operations = new Operations(printer, new PrinterAttributes(uri, printer, clock));
        serve(first);
    }

    /** The address that a terminal's configuration names. */
    public URI uri() {
        return URI.create(uri);
    }

    public synchronized boolean isReachable() {
        return server != null;
    }

    /** Comes back under the same address. */
    public synchronized void connect() throws IOException {
        if (server == null) {
            serve(HttpServer.create(address, 0));
        }
    }

    public synchronized void disconnect() {
        if (server != null && threads != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
            threads = null;
        }
    }

    private void serve(HttpServer fresh) {
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "bench-ipp");
            thread.setDaemon(true);
            return thread;
        });
        fresh.setExecutor(threads);
        fresh.createContext("/", this::handle);
        fresh.start();
        server = fresh;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().startsWith(PATH)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
            } else {
                answer(exchange);
            }
        } catch (RuntimeException e) {
            LOG.error("A request broke the printer's network side", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        byte[] response;
        try {
            response = MessageWriter.bytes(operations.answer(MessageReader.read(body), body));
        } catch (IOException e) {
            LOG.info("A request could not be read: {}", e.getMessage());
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        body.readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(200, response.length);
        exchange.getResponseBody().write(response);
    }

    @Override
    public void close() {
        disconnect();
    }
}
