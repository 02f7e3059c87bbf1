package org.yici.agent.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.yici.agent.fixture.HttpsService;
import org.yici.agent.fixture.ThrowawayCentre;
import org.yici.agent.identity.Tls;
import org.yici.base.Time;
import org.yici.base.tls.TrackingSocketFactory;

/** A broker that reads nothing more while it is written to: the JDK's TLS would wait for that write before it closes. */
class UnreadConnectionTest {
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong before = new AtomicLong();

    private static Socket acceptAndReadNothing(ServerSocket listener) {
        try {
            SSLSocket socket = (SSLSocket) listener.accept();
            socket.setSoLinger(true, 0);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeOn(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            byte[] bytes = new byte[8192];
            while (true) {
                out.write(bytes);
                written.incrementAndGet();
            }
        } catch (IOException e) {
            // It is closed, which is what is tested.
        }
    }

    private boolean isHeldUp() {
        long now = written.get();
        return now > 0 && before.getAndSet(now) == now;
    }

    @Test
    void isClosedWhileAWriteIsHeldUp() throws Exception {
        try (ServerSocket listener = HttpsService.tls(ThrowawayCentre.get(), "broker-tls")
                .getServerSocketFactory()
                .createServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> accepted = CompletableFuture.supplyAsync(() -> acceptAndReadNothing(listener));
            TrackingSocketFactory sockets = new TrackingSocketFactory(
                    Tls.anonymous(ThrowawayCentre.get().trust("broker-ca.pem"), Time.system())
                            .getSocketFactory());
            Socket socket = sockets.createSocket("localhost", listener.getLocalPort());
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> writeOn(socket));
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(500))
                    .until(this::isHeldUp);
            CompletableFuture<Void> closed = CompletableFuture.runAsync(sockets::close);
            assertThat(closed).succeedsWithin(Duration.ofSeconds(20));
            assertThat(writer).succeedsWithin(Duration.ofSeconds(20));
            accepted.get(20, TimeUnit.SECONDS).close();
        }
    }
}
