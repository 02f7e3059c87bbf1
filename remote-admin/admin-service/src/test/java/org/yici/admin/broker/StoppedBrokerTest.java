package org.yici.admin.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.admin.TestKeys;
import org.yici.admin.broker.RevocationProbe.Outcome;
import org.yici.admin.enrolment.TerminalAuthority;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.keys.TlsContexts;
import org.yici.base.port.CounterpartThatStops;
import org.yici.base.port.CounterpartThatStops.Way;

/** A broker that takes what it is sent and then stops: the service gives it up, and no socket stays open. */
@Timeout(60)
class StoppedBrokerTest {
    /** Held, or the level would be forgotten: Paho writes a stack trace for each broken link. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho");

    /** Twice this, for the connection, is long enough for several bytes of an answer that comes a byte a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The head of a TLS record that promises 16 KiB of handshake. */
    private static final byte[] RECORD_BEGUN = HexFormat.of().parseHex("1603034000");
    /** CONNACK, said to be longer than it is. */
    private static final byte[] CONNACK_BEGUN = HexFormat.of().parseHex("207f0000");
    /** CONNACK, accepted, without properties. */
    private static final byte[] CONNACK = HexFormat.of().parseHex("2003000000");

    private final Session session = new Session();
    private KeyFolder keys;

    private static final class Session implements BrokerSession {
        private final AtomicInteger opened = new AtomicInteger();

        @Override
        public void opened(Commands commands) {
            opened.incrementAndGet();
        }

        @Override
        public void ended() {}

        @Override
        public void answered(byte[] json) {}

        @Override
        public void logged(String topic, String line) {}

        @Override
        public boolean admits(String topic, int length) {
            return true;
        }
    }

    private static final class EmptyInbox implements Inbox {
        @Override
        public Optional<Route> route(String topic, int bytes) {
            return Optional.empty();
        }

        @Override
        public void overflowed(Route route) {}

        @Override
        public Optional<Reply> accept(String topic, byte[] payload, int watch) {
            return Optional.empty();
        }
    }

    @BeforeAll
    static void silencePaho() {
        PAHO.setLevel(Level.OFF);
    }

    @BeforeEach
    void openKeys() throws Exception {
        keys = TestKeys.open();
    }

    private CounterpartThatStops overTls(Way way, byte[] beginning) throws Exception {
        SSLContext tls = TlsContexts.client(keys.privateKey("broker-tls.key"), keys.chain("broker-tls.pem"), List.of());
        return CounterpartThatStops.on(
                way,
                beginning,
                tls.getServerSocketFactory().createServerSocket(0, 8, InetAddress.getLoopbackAddress()));
    }

    private static URI uri(CounterpartThatStops broker) {
        return URI.create("ssl://localhost:" + broker.port());
    }

    private void isGivenUp(CounterpartThatStops broker) throws Exception {
        SSLContext tls = TlsContexts.client(
                keys.privateKey("service-mqtt.key"),
                keys.chain("service-mqtt.pem"),
                List.of(keys.certificate("broker-ca.pem")));
        assertThatThrownBy(() -> BrokerConnection.open(uri(broker), tls, new EmptyInbox(), session, 1, PATIENCE))
                .isInstanceOf(MqttException.class);
        assertThat(session.opened).hasValue(0);
        assertThat(broker.wasAsked(0, TimeUnit.SECONDS)).isTrue();
        assertThat(broker.clientWent(20, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isGivenUpWhenItStopsInTheTlsHandshake(Way way) throws Exception {
        try (CounterpartThatStops broker = CounterpartThatStops.onLoopback(way, RECORD_BEGUN)) {
            isGivenUp(broker);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isGivenUpWhenItStopsAtTheConnect(Way way) throws Exception {
        try (CounterpartThatStops broker = overTls(way, CONNACK_BEGUN)) {
            isGivenUp(broker);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SAYS_NOTHING", mode = EnumSource.Mode.EXCLUDE)
    void isGivenUpWhenItStopsAtTheSubscription(Way way) throws Exception {
        try (CounterpartThatStops broker = overTls(way, CONNACK)) {
            isGivenUp(broker);
        }
    }

    private RevocationProbe probe(CounterpartThatStops broker) throws Exception {
        TerminalAuthority authority = new TerminalAuthority(
                keys.privateKey("terminal-ca.key"), keys.certificate("terminal-ca.pem"), Duration.ofDays(1));
        return new RevocationProbe(uri(broker), authority, List.of(keys.certificate("broker-ca.pem")), PATIENCE);
    }

    /** A try with a revoked certificate, of which neither comes out. */
    @ParameterizedTest
    @EnumSource
    void leavesATryUnclearWhenItStopsInTheTlsHandshake(Way way) throws Exception {
        try (CounterpartThatStops broker = CounterpartThatStops.onLoopback(way, RECORD_BEGUN)) {
            RevocationProbe probe = probe(broker);
            assertThat(probe.attempt(probe.make(Instant.now()))).isEqualTo(Outcome.UNCLEAR);
            assertThat(broker.clientWent(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Any byte would be an answer to CONNECT, and tell that the certificate was let in. */
    @Test
    void leavesATryUnclearWhenItSaysNothingAtTheConnect() throws Exception {
        try (CounterpartThatStops broker = overTls(Way.SAYS_NOTHING, CONNACK)) {
            RevocationProbe probe = probe(broker);
            assertThat(probe.attempt(probe.make(Instant.now()))).isEqualTo(Outcome.UNCLEAR);
            assertThat(broker.wasAsked(0, TimeUnit.SECONDS)).isTrue();
            assertThat(broker.clientWent(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
