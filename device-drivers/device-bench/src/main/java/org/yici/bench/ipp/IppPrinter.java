package org.yici.bench.ipp;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.printer.Printer;

/**
 * The printer's network side: {@code ipp://127.0.0.1:PORT/ipp/print} on loopback, and {@code ipps} beside it if wanted (RFC 7472). Out of
 * reach, its port is closed and every connection cut; a job that had arrived is printed all the same, as a printer behind a pulled cable
 * does. Any thread.
 */
public final class IppPrinter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IppPrinter.class);
    private static final String PATH = "/ipp/print";
    private static final String TYPE = "application/ipp";

    private final Listener plain;
    private final Optional<Listener> secured;
    private final Optional<Tls> tls;
    private boolean reachable;

    /** @param port 0 chooses a free one */
    public record Tls(int port, TlsIdentity identity) {}

    /**
     * Begins to listen, without TLS.
     *
     * @param port 0 chooses a free one, which stays the same when the printer comes back
     */
    public IppPrinter(int port, Printer printer, Clock clock) throws IOException {
        this(port, Optional.empty(), printer, clock);
    }

    /**
     * Begins to listen, with {@code tls} at a second port too.
     *
     * @param port 0 chooses a free one, which stays the same when the printer comes back
     */
    public IppPrinter(int port, Optional<Tls> tls, Printer printer, Clock clock) throws IOException {
        this.tls = tls;
        plain = new Listener(port, Optional.empty());
        secured = secured(tls, plain);
        PrinterUris uris = new PrinterUris(uri().toString(), tlsUri().map(URI::toString));
        serve(plain, new Operations(printer, new PrinterAttributes(uris.plain(), uris, printer, clock)));
        if (secured.isPresent()) {
            String own = uris.secured().orElseThrow();
            serve(secured.get(), new Operations(printer, new PrinterAttributes(own, uris, printer, clock)));
        }
        reachable = true;
    }

    private static Optional<Listener> secured(Optional<Tls> tls, Listener plain) throws IOException {
        try {
            return tls.isPresent()
                    ? Optional.of(
                            new Listener(tls.get().port(), Optional.of(tls.get().identity())))
                    : Optional.empty();
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static void serve(Listener listener, Operations operations) throws IOException {
        listener.serve(exchange -> handle(exchange, operations));
    }

    /** The address that a terminal's configuration names. */
    public URI uri() {
        return URI.create("ipp://127.0.0.1:" + plain.port() + PATH);
    }

    /** The address under which it speaks TLS 1.2 and 1.3. */
    public Optional<URI> tlsUri() {
        return secured.map(listener -> URI.create("ipps://127.0.0.1:" + listener.port() + PATH));
    }

    /** SHA-256 of its certificate in DER, lower-case hex. */
    public Optional<String> tlsSha256() {
        return tls.map(its -> its.identity().sha256());
    }

    public synchronized boolean isReachable() {
        return reachable;
    }

    /** Comes back under the same addresses. */
    public synchronized void connect() throws IOException {
        plain.open();
        if (secured.isPresent()) {
            secured.get().open();
        }
        reachable = true;
    }

    public synchronized void disconnect() {
        plain.close();
        secured.ifPresent(Listener::close);
        reachable = false;
    }

    private static void handle(HttpExchange exchange, Operations operations) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().startsWith(PATH)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
            } else {
                answer(exchange, operations);
            }
        } catch (RuntimeException e) {
            LOG.error("A request broke the printer's network side", e);
        }
    }

    private static void answer(HttpExchange exchange, Operations operations) throws IOException {
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
