package org.yici.base.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class TrackingSocketFactoryTest {
    private final TrackingSocketFactory factory =
            new TrackingSocketFactory((SSLSocketFactory) SSLSocketFactory.getDefault());

    @Test
    void closesEverySocketThatItMadeHoweverItWasAsked() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 8, loopback);
                Socket plain = new Socket(loopback, server.getLocalPort())) {
            int port = server.getLocalPort();
            Socket[] made = {
                factory.createSocket(),
                factory.createSocket(loopback, port),
                factory.createSocket(loopback, port, loopback, 0),
                factory.createSocket("localhost", port),
                factory.createSocket("localhost", port, loopback, 0),
                factory.createSocket(plain, "localhost", port, true)
            };
            assertThat(made).noneMatch(Socket::isClosed);
            factory.close();
            assertThat(made).allMatch(Socket::isClosed);
        }
    }

    @Test
    void closesAtOnceWhatIsMadeAfterwards() throws Exception {
        factory.close();
        assertThat(factory.createSocket().isClosed()).isTrue();
    }
}
