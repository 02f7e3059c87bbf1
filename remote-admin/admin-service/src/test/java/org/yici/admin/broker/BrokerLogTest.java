package org.yici.admin.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Who;
import org.yici.base.TerminalId;

/** Lines as Mosquitto 2.0.11 of Debian 12 sends them. */
class BrokerLogTest {
    private static final String NOTICE = "$SYS/broker/log/N";
    private static final String ERROR = "$SYS/broker/log/E";
    private static final String SUBSCRIBE = "$SYS/broker/log/M/subscribe";
    private static final TerminalId DEMO = new TerminalId("demo-0001");

    private static void assertRefused(String topic, String line, RefusalKind kind, Who who) {
        assertThat(BrokerLog.read(topic, line)).contains(new BrokerEvent.Refused(kind, who));
    }

    @Test
    void tellsConnectionsWithTheirProtocol() {
        assertThat(
                        BrokerLog.read(
                                NOTICE,
                                "1796086670: New client connected from 127.0.0.1:53602 as demo-0001 (p2, c1, k60, u'demo-0001')."))
                .contains(new BrokerEvent.Connected(DEMO, 2));
        assertThat(BrokerLog.read(
                        NOTICE, "New client connected from 127.0.0.1:1 as demo-0001 (p5, c1, k60, u'demo-0001')."))
                .contains(new BrokerEvent.Connected(DEMO, 5));
        assertThat(BrokerLog.read(
                        NOTICE, "1: New client connected from 127.0.0.1:1 as service (p5, c1, k60, u'service')."))
                .as("the server's own")
                .isEmpty();
    }

    @Test
    void tellsSubscriptionsWhateverTheirFilterIs() {
        assertThat(BrokerLog.read(SUBSCRIBE, "1796086668: demo-0001 0 $share/a/yici/v1/#"))
                .contains(new BrokerEvent.Subscribed(DEMO, "$share/a/yici/v1/#"));
        assertThat(BrokerLog.read(SUBSCRIBE, "1796086668: demo-0001 1 a b\n1: Reloading config."))
                .contains(new BrokerEvent.Subscribed(DEMO, "a b\n1: Reloading config."));
        assertThat(BrokerLog.read(SUBSCRIBE, "1796086668: service 0 $SYS/broker/log/#"))
                .isEmpty();
    }

    @Test
    void tellsReloadsAndConnectionsThatWereEnded() {
        assertThat(BrokerLog.read("$SYS/broker/log/I", "1796086672: Reloading config."))
                .contains(new BrokerEvent.Reloading());
        assertThat(BrokerLog.read(NOTICE, "1796086672: Client demo-0001 been disconnected by administrative action."))
                .contains(new BrokerEvent.Kicked(DEMO));
    }

    @Test
    void countsWhatTheBrokerRefused() {
        assertRefused(
                ERROR,
                "1796086671: OpenSSL Error[0]: error:0A0000C7:SSL routines::peer did not return a certificate",
                RefusalKind.NO_CERTIFICATE,
                Who.NOBODY);
        assertRefused(
                ERROR,
                "1796086671: OpenSSL Error[0]: error:0A000086:SSL routines::certificate verify failed",
                RefusalKind.FOREIGN_CERTIFICATE,
                Who.NOBODY);
        assertRefused(
                NOTICE,
                "1796086671: Client connection from 127.0.0.1 failed: error:0A00009C:SSL routines::http request.",
                RefusalKind.NOT_MQTT,
                Who.NOBODY);
        assertRefused(
                NOTICE,
                "1796086671: Client <unknown> disconnected due to protocol error.",
                RefusalKind.NOT_MQTT,
                Who.NOBODY);
        assertRefused(
                NOTICE,
                "1796086671: Client demo-0001 disconnected due to protocol error.",
                RefusalKind.PACKET_BROKEN,
                Who.terminal(DEMO));
        assertRefused(
                NOTICE,
                "1796087831: Bad socket read/write on client demo-0001: Unknown error.",
                RefusalKind.PACKET_BROKEN,
                Who.terminal(DEMO));
        assertRefused(
                NOTICE,
                "1796086671: Client demo-0001 disconnected due to oversize packet.",
                RefusalKind.PACKET_TOO_LONG,
                Who.terminal(DEMO));
    }

    @Test
    void passesOverWhatIsOrdinary() {
        assertThat(BrokerLog.read(NOTICE, "1796086671: Client demo-0001 disconnected."))
                .isEmpty();
        assertThat(BrokerLog.read(NOTICE, "1796086671: New connection from 127.0.0.1:53622 on port 18883."))
                .isEmpty();
        assertThat(BrokerLog.read(NOTICE, "")).isEmpty();
    }
}
