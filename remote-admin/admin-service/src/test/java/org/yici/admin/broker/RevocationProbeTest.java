package org.yici.admin.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yici.admin.MosquittoBroker;
import org.yici.admin.TestKeys;
import org.yici.admin.broker.RevocationProbe.Canary;
import org.yici.admin.broker.RevocationProbe.Outcome;
import org.yici.admin.enrolment.RevocationList;
import org.yici.admin.enrolment.TerminalAuthority;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.terminal.RevokedCertificate;

/** What a try with a revoked certificate says of the list that is in force. */
class RevocationProbeTest {
    private MosquittoBroker broker;
    private KeyFolder keys;
    private RevocationProbe probe;

    @BeforeEach
    void start() throws Exception {
        broker = MosquittoBroker.start();
        keys = TestKeys.open();
        TerminalAuthority authority = new TerminalAuthority(
                keys.privateKey("terminal-ca.key"), keys.certificate("terminal-ca.pem"), Duration.ofDays(1));
        probe = new RevocationProbe(broker.address(), authority, List.of(keys.certificate("broker-ca.pem")));
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    private void revoke(Canary canary) throws Exception {
        BigInteger serial = canary.certificate().getSerialNumber();
        Instant now = Instant.now();
        String list = RevocationList.pem(
                keys.certificate("terminal-ca.pem"),
                keys.privateKey("terminal-ca.key"),
                List.of(new RevokedCertificate(serial, now, RevokedCertificate.Reason.REVOKED)),
                now);
        new RevocationListFile(broker.revocationList(), keys.certificate("terminal-ca.pem"))
                .install(list.getBytes(StandardCharsets.US_ASCII), Set.of(serial), now);
    }

    @Test
    void isLetInUntilTheListIsInForceAndThenRefusedEachTime() throws Exception {
        broker.supervised(false);
        Canary canary = probe.make(Instant.now());
        assertThat(probe.attempt(canary)).isEqualTo(Outcome.LET_IN);
        revoke(canary);
        assertThat(probe.attempt(canary)).as("nobody told the broker").isEqualTo(Outcome.LET_IN);

        broker.supervised(true);

        await().until(() -> probe.attempt(canary) == Outcome.REFUSED);
        for (int i = 0; i < 50; i++) {
            assertThat(probe.attempt(canary)).isEqualTo(Outcome.REFUSED);
        }
        assertThat(probe.attempt(probe.make(Instant.now())))
                .as("another certificate is not on that list")
                .isEqualTo(Outcome.LET_IN);
    }

    @Test
    void isUnclearWithoutABroker() throws Exception {
        broker.kill();

        assertThat(probe.attempt(probe.make(Instant.now()))).isEqualTo(Outcome.UNCLEAR);
    }
}
