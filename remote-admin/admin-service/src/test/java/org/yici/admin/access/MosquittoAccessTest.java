package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.yici.admin.MosquittoBroker;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.TestKeys;
import org.yici.admin.TestService;
import org.yici.admin.enrolment.RevocationList;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.terminal.TerminalStore;

/** The same rules at Mosquitto, with the files that are shipped for it. What it refuses it tells its log, some of it nobody. */
class MosquittoAccessTest extends AccessRulesContract {
    private final MosquittoBroker mosquitto;

    MosquittoAccessTest() throws Exception {
        mosquitto = MosquittoBroker.start();
    }

    @Override
    TestService start(Path data) throws Exception {
        return TestService.start(
                data,
                PrivatePostgres.freshDatabase(),
                Map.of("yici.broker.uri", mosquitto.address().toString(), "yici.broker.messages-per-second", "50"));
    }

    @AfterAll
    void stopMosquitto() throws InterruptedException {
        mosquitto.close();
    }

    @Override
    URI broker(TestService service) {
        return mosquitto.address();
    }

    @Override
    Identity onlooker() throws Exception {
        return Identity.ofTerminalsAuthority(MosquittoBroker.SECOND_INSTANCE);
    }

    @Override
    void tellTheBroker(TestService service) throws Exception {
        KeyFolder keys = TestKeys.open();
        mosquitto.revoke(RevocationList.pem(
                keys.certificate("terminal-ca.pem"),
                keys.privateKey("terminal-ca.key"),
                new TerminalStore(service.sql()).revoked(Instant.now()),
                Instant.now()));
    }

    @Override
    void assertSeen(AdminBrowser admin, RefusalKind kind, String who) {
        line(kind).ifPresent(line -> await().untilAsserted(() ->
                assertThat(mosquitto.said()).as("%s in Mosquitto's log", kind).contains(line)));
    }

    /** What Mosquitto 2.0 says; empty where it says nothing. */
    private static Optional<String> line(RefusalKind kind) {
        return switch (kind) {
            case NO_CERTIFICATE -> Optional.of("peer did not return a certificate");
            case FOREIGN_CERTIFICATE, CERTIFICATE_ENDED -> Optional.of("certificate verify failed");
            case PACKET_TOO_LONG -> Optional.of("oversize packet");
            case NOT_MQTT -> Optional.of("protocol error");
            default -> Optional.empty();
        };
    }

    /** Before 2.0.15 Mosquitto gives no reason (eclipse-mosquitto/mosquitto#2607): the agent cannot know. */
    @Override
    void assertEndedByTakeover(int reason) {
        assertThat(reason).isIn(0x8E, 0);
    }

    /** Mosquitto lets a flood through; the service drops what is too much before it looks at it. */
    @Override
    void assertFloodIsSeen(AdminBrowser admin, String who, int passed) {
        await().untilAsserted(() ->
                assertThat(admin.refused(RefusalKind.MESSAGE_TOO_FAST, who)).isPositive());
    }
}
