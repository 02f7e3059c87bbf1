package org.yici.bench.ipp;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.yici.bench.port.SamePort;

/** One port on loopback that can be closed, with every connection cut, and opened again. Guarded by its owner. */
final class Listener {
    private final Optional<TlsIdentity> tls;
    private final InetSocketAddress address;
    private HttpHandler handler = exchange -> exchange.sendResponseHeaders(503, -1);
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /**
     * Takes the port and serves nothing yet.
     *
     * @param port 0 chooses a free one, which stays the same when the port is opened again
     */
    Listener(int port, Optional<TlsIdentity> tls) throws IOException {
        this.tls = tls;
        server = create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        address = server.getAddress();
    }

    int port() {
        return address.getPort();
    }

    void serve(HttpHandler requests) throws IOException {
        handler = requests;
        open();
    }

    void open() throws IOException {
        if (threads != null) {
            return;
        }
        HttpServer fresh = server == null ? SamePort.again(() -> create(address)) : server;
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "bench-ipp");
            thread.setDaemon(true);
            return thread;
        });
        fresh.setExecutor(threads);
        fresh.createContext("/", handler);
        fresh.start();
        server = fresh;
    }

    void close() {
        if (server != null) {
            if (threads == null) {
                // A server that never ran keeps its port when it is stopped (JDK 17): nobody empties its selector.
                server.start();
            }
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    private HttpServer create(InetSocketAddress at) throws IOException {
        if (tls.isEmpty()) {
            return HttpServer.create(at, 0);
        }
        HttpsServer secured = HttpsServer.create(at, 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(tls.get().context()) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
                parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                connection.setSSLParameters(parameters);
            }
        });
        return secured;
    }
}
