package org.yici.agent.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.agent.fixture.Facts;
import org.yici.agent.fixture.HttpsService;
import org.yici.agent.fixture.ThrowawayCentre;
import org.yici.agent.identity.Tls;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.base.port.CounterpartThatStops;
import org.yici.base.port.CounterpartThatStops.Way;

/** A broker that takes what it is sent and then stops: connecting ends with an error, and no socket stays open. */
@Timeout(60)
class StoppedBrokerTest {
    /** Held, or the level would be forgotten: Paho writes a stack trace for each broken link. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho");

    /** Long enough for several bytes of an answer that comes a byte a second. */
    private static final int CONNECT_SECONDS = 3;

    /** The head of a TLS record that promises 16 KiB of handshake. */
    private static final byte[] RECORD_BEGUN = HexFormat.of().parseHex("1603034000");
    /** CONNACK, said to be longer than it is. */
    private static final byte[] CONNACK_BEGUN = HexFormat.of().parseHex("207f0000");
    /** CONNACK, accepted, without properties. */
    private static final byte[] CONNACK = HexFormat.of().parseHex("2003000000");

    private static final BrokerListener NOBODY = new BrokerListener() {
        @Override
        public void arrived(String topic, byte[] message) {}

        @Override
        public void paced() {}

        @Override
        public void refused(int reasonCode) {}

        @Override
        public void lost(int reasonCode) {}
    };

    @BeforeAll
    static void silencePaho() {
        PAHO.setLevel(Level.OFF);
    }

    private static CounterpartThatStops overTls(Way way, byte[] beginning) throws Exception {
        return CounterpartThatStops.on(
                way,
                beginning,
                HttpsService.tls(ThrowawayCentre.get(), "broker-tls")
                        .getServerSocketFactory()
                        .createServerSocket(0, 8, InetAddress.getLoopbackAddress()));
    }

    private static void isGivenUp(CounterpartThatStops counterpart) throws Exception {
        SSLSocketFactory sockets = Tls.anonymous(ThrowawayCentre.get().trust("broker-ca.pem"), Time.system())
                .getSocketFactory();
        PahoBroker broker = new PahoBroker(
                URI.create("ssl://localhost:" + counterpart.port()),
                new TerminalId(Facts.TERMINAL),
                10,
                () -> sockets,
                CONNECT_SECONDS);
        assertThatThrownBy(() -> broker.connect(new Broker.Will("will", new byte[1]), "in/#", NOBODY))
                .isInstanceOf(IOException.class);
        assertThat(counterpart.wasAsked(0, TimeUnit.SECONDS)).isTrue();
        assertThat(counterpart.clientWent(20, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isGivenUpWhenItStopsInTheTlsHandshake(Way way) throws Exception {
        try (CounterpartThatStops counterpart = CounterpartThatStops.onLoopback(way, RECORD_BEGUN)) {
            isGivenUp(counterpart);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isGivenUpWhenItStopsAtTheConnect(Way way) throws Exception {
        try (CounterpartThatStops counterpart = overTls(way, CONNACK_BEGUN)) {
            isGivenUp(counterpart);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SAYS_NOTHING", mode = EnumSource.Mode.EXCLUDE)
    void isGivenUpWhenItStopsAtTheSubscription(Way way) throws Exception {
        try (CounterpartThatStops counterpart = overTls(way, CONNACK)) {
            isGivenUp(counterpart);
        }
    }
}
