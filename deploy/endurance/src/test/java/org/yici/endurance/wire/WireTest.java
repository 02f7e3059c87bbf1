package org.yici.endurance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wire before a server that says everything back. */
class WireTest {
    private static final byte[] WORD =
            "something that is longer than a trickle's piece".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private ServerSocket server;
    private Wire wire;
    private Socket socket;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::echo);
        thread.setDaemon(true);
        thread.start();
        wire = Wire.to(server.getLocalPort());
        socket = connect();
    }

    private Socket connect() throws IOException {
        Socket made = new Socket(InetAddress.getLoopbackAddress(), wire.port());
        made.setSoTimeout(10_000);
        return made;
    }

    private void echo() {
        while (!server.isClosed()) {
            try {
                Socket accepted = server.accept();
                Thread thread = new Thread(() -> echo(accepted));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void echo(Socket accepted) {
        try (accepted) {
            accepted.getInputStream().transferTo(accepted.getOutputStream());
        } catch (IOException e) {
            // The wire was cut.
        }
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        wire.close();
        server.close();
    }

    private void say() throws IOException {
        socket.getOutputStream().write(WORD);
    }

    private byte[] hear() throws IOException {
        return socket.getInputStream().readNBytes(WORD.length);
    }

    @Test
    void carriesEverythingAlsoInATrickle() throws IOException {
        say();
        assertThat(hear()).isEqualTo(WORD);
        wire.become(Weather.TRICKLING);
        say();
        assertThat(hear()).isEqualTo(WORD);
    }

    @Test
    void keepsWhatIsStalledForLater() throws IOException {
        wire.become(Weather.STALLED);
        say();
        socket.setSoTimeout(200);
        assertThatThrownBy(this::hear).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(10_000);
        wire.become(Weather.CLEAR);
        assertThat(hear()).isEqualTo(WORD);
    }

    @Test
    void losesWhatWasSaidInSilenceAndAllThatFollowsInThatConnection() throws IOException {
        wire.become(Weather.SILENT);
        say();
        socket.setSoTimeout(200);
        assertThatThrownBy(this::hear).isInstanceOf(SocketTimeoutException.class);
        wire.become(Weather.CLEAR);
        say();
        assertThatThrownBy(this::hear).isInstanceOf(SocketTimeoutException.class);
        socket.close();
        socket = connect();
        say();
        assertThat(hear()).isEqualTo(WORD);
    }

    @Test
    void resetsWhatStandsAndLetsNobodyInWhileItIsCut() throws IOException {
        say();
        hear();
        wire.become(Weather.CUT);
        assertThatThrownBy(this::hear).isInstanceOf(SocketException.class);
        await().atMost(Duration.ofSeconds(10)).until(() -> wire.connections() == 0);
        wire.become(Weather.CLEAR);
        socket = connect();
        say();
        assertThat(hear()).isEqualTo(WORD);
    }

    @Test
    void hangsUpInOrder() throws IOException {
        say();
        hear();
        wire.hangUp();
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
}
