package org.yici.admin.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yici.admin.refusal.RefusalKind;
import org.yici.base.ManualTime;
import org.yici.base.TerminalId;

class PassOfficeTest {
    private static final PassReading FORGED = new PassReading.Refused(RefusalKind.PASS_FORGED, Optional.empty());
    private static final Pass PASS = new Pass(new TerminalId("demo-0001"), "ab12");

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));

    private PassOffice office() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new PassOffice(keys.getPrivate(), keys.getPublic(), time);
    }

    @Test
    void readsItsOwnPassForAQuarterOfAnHour() throws Exception {
        PassOffice office = office();
        var answer = office.issue(PASS);

        assertThat(answer.expires()).isEqualTo(time.now().plus(Duration.ofMinutes(15)));
        assertThat(office.read(answer.pass())).isEqualTo(new PassReading.Good(PASS));
        time.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(office.read(answer.pass())).isEqualTo(new PassReading.Good(PASS));
        time.advance(Duration.ofSeconds(2));
        assertThat(office.read(answer.pass()))
                .isEqualTo(new PassReading.Refused(RefusalKind.PASS_ENDED, Optional.of(PASS.terminal())));
    }

    @Test
    void givesNoTwoPassesThatAreTheSame() throws Exception {
        PassOffice office = office();

        assertThat(office.issue(PASS).pass()).isNotEqualTo(office.issue(PASS).pass());
    }

    @Test
    void refusesAPassThatAnotherKeySigned() throws Exception {
        assertThat(office().read(office().issue(PASS).pass())).isEqualTo(FORGED);
    }

    @Test
    void refusesTextOfAnyOtherKind() throws Exception {
        PassOffice office = office();

        assertThat(office.read("")).isEqualTo(FORGED);
        assertThat(office.read("a.b.c")).isEqualTo(FORGED);
        assertThat(office.read("x".repeat(100_000))).isEqualTo(FORGED);
    }
}
