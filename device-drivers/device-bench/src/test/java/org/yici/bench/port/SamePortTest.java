package org.yici.bench.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SamePortTest {
    @Test
    void waitsForWhoeverStillHasIt() throws IOException {
        ServerSocket before = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = before.getLocalPort();
        AtomicInteger tries = new AtomicInteger();
        try (ServerSocket again = SamePort.again(() -> {
            if (tries.incrementAndGet() == 3) {
                before.close();
            }
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        })) {
            assertThat(again.getLocalPort()).isEqualTo(port);
        }
        assertThat(tries).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void givesUpWhenItStaysTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> SamePort.again(
                            () -> new ServerSocket(other.getLocalPort(), 1, InetAddress.getLoopbackAddress())))
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void triesNothingElseAgain() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> SamePort.again(() -> {
                    tries.incrementAndGet();
                    throw new IOException("no such network");
                }))
                .hasMessage("no such network");
        assertThat(tries).hasValue(1);
    }
}
