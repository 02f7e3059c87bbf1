package org.yici.base.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.port.CounterpartThatStops.Way;

class CounterpartThatStopsTest {
    private static final byte[] BEGINNING = {1, 2, 3};

    private interface Heard {
        void check(InputStream in) throws IOException;
    }

    /** Asks one that stops in this way, and listens with a time-out. */
    private static void ask(Way way, Heard heard) throws Exception {
        try (CounterpartThatStops counterpart = CounterpartThatStops.onLoopback(way, BEGINNING);
                Socket line = new Socket(InetAddress.getLoopbackAddress(), counterpart.port())) {
            line.setSoTimeout(way == Way.A_BYTE_A_SECOND ? 10_000 : 300);
            line.getOutputStream().write("a request".getBytes(StandardCharsets.US_ASCII));
            assertThat(counterpart.wasAsked(10, TimeUnit.SECONDS)).isTrue();
            heard.check(line.getInputStream());
        }
    }

    @ParameterizedTest
    @EnumSource
    void hearsThatTheClientWentAndNotBefore(Way way) throws Exception {
        try (CounterpartThatStops counterpart = CounterpartThatStops.onLoopback(way, BEGINNING)) {
            try (Socket line = new Socket(InetAddress.getLoopbackAddress(), counterpart.port())) {
                line.getOutputStream().write("a request".getBytes(StandardCharsets.US_ASCII));
                assertThat(counterpart.wasAsked(10, TimeUnit.SECONDS)).isTrue();
                assertThat(counterpart.clientWent(0, TimeUnit.SECONDS)).isFalse();
            }
            assertThat(counterpart.clientWent(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void saysNothing() throws Exception {
        ask(Way.SAYS_NOTHING, in -> assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class));
    }

    @Test
    void stopsAfterTheBeginning() throws Exception {
        ask(Way.STOPS_AFTER_THE_BEGINNING, in -> {
            assertThat(in.readNBytes(3)).isEqualTo(BEGINNING);
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        });
    }

    @Test
    void goesOnWithAByteASecond() throws Exception {
        ask(Way.A_BYTE_A_SECOND, in -> assertThat(in.readNBytes(4)).containsExactly(1, 2, 3, 0));
    }

    @Test
    void neverEnds() throws Exception {
        ask(Way.WITHOUT_END, in -> assertThat(in.readNBytes(1_000_000)).hasSize(1_000_000));
    }
}
