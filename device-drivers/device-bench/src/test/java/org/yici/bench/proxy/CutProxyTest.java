package org.yici.bench.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yici.bench.Ports;

@Timeout(30)
class CutProxyTest {
    /** A port that the kernel gives to nobody by itself. */
    private static final int NOBODY = 1;

    private ServerSocket echo;
    private CutProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::echo);
        thread.setDaemon(true);
        thread.start();
        proxy = new CutProxy("test", 0, echo.getLocalPort(), () -> {});
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    private void echo() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread thread = new Thread(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException e) {
                        // cut: that is what this is about
                    }
                });
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void passesEverythingOnInBothDirectionsToTheEnd() throws IOException {
        byte[] sent = new byte[200_000];
        new Random(7).nextBytes(sent);
        try (Socket socket = connect()) {
            socket.getOutputStream().write(sent);
            socket.shutdownOutput();
            assertThat(socket.getInputStream().readAllBytes()).isEqualTo(sent);
        }
        await().until(() -> proxy.connections() == 0);
    }

    @Test
    void cutsEveryConnectionAndTakesNoNew() throws IOException {
        try (Socket socket = connect()) {
            assertThat(echoed(socket, 42)).isEqualTo(42);
            assertThat(proxy.connections()).isEqualTo(1);
            proxy.cut();
            assertThatThrownBy(() -> {
                        if (socket.getInputStream().read() < 0) {
                            throw new IOException("the connection ended");
                        }
                    })
                    .isInstanceOf(IOException.class);
            Ports.awaitRefusal(() -> connect().close());
        }
        proxy.join();
        try (Socket socket = connect()) {
            assertThat(echoed(socket, 43)).isEqualTo(43);
        }
    }

    @Test
    void holdsBackWhatIsSentWhileItIsStalled() throws IOException {
        try (Socket socket = connect()) {
            assertThat(echoed(socket, 42)).isEqualTo(42);
            proxy.stall(true);
            socket.setSoTimeout(300);
            assertThatThrownBy(() -> echoed(socket, 43)).isInstanceOf(SocketTimeoutException.class);
            socket.setSoTimeout(10_000);
            proxy.stall(false);
            assertThat(socket.getInputStream().read()).isEqualTo(43);
        }
    }

    @Test
    void endsAConnectionThatNobodyAnswers() throws IOException {
        try (CutProxy toNobody = new CutProxy("nobody", 0, NOBODY, () -> {});
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), toNobody.port())) {
            socket.setSoTimeout(10_000);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static int echoed(Socket socket, int b) throws IOException {
        socket.getOutputStream().write(b);
        return socket.getInputStream().read();
    }
}
