package org.yici.admin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.terminal.Hours;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.IdentityEvidence.Method;
import org.yici.contract.https.ProblemCode;

class RequestRulesTest {
    private static final String MODULE = "05.03-20260101-000000001-000000002";
    private static final Terminal TERMINAL = new Terminal(
            new TerminalId("terminal-0001"),
            "测试点",
            MODULE,
            "1f",
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static void admit(AssuranceLevel needed, Method method, String module, AssuranceLevel level) {
        rules(needed).admit(TERMINAL, new IdentityEvidence(method, module, level, Instant.now()));
    }

    private static RequestRules rules(AssuranceLevel needed) {
        ServiceConfig.Terminals settings =
                new ServiceConfig.Terminals("127.0.0.1", 0, 240, Hours.ALWAYS, needed, Duration.ofMinutes(30));
        return new RequestRules((terminal, perHour) -> true, settings, Time.system());
    }

    private static IdentityEvidence read(Duration ago) {
        return new IdentityEvidence(
                Method.RESIDENT_ID_CARD,
                MODULE,
                AssuranceLevel.CARD,
                Instant.now().minus(ago));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT29M", "-PT1M"})
    void admitsACardThatWasReadInThisVisitByAnyClockOfATerminal(Duration ago) {
        assertThatCode(() -> rules(AssuranceLevel.CARD).admit(TERMINAL, read(ago)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT31M", "PT24H", "P9862D", "-PT3M", "-P1D"})
    void refusesACardThatWasReadBeforeAnyVisitOfNowOrInTheFuture(Duration ago) {
        assertThatThrownBy(() -> rules(AssuranceLevel.CARD).admit(TERMINAL, read(ago)))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ProblemCode.EVIDENCE_NOT_CURRENT);
                    assertThat(refused.fact()).endsWith(" min");
                });
    }

    @Test
    void refusesATimeAtTheEndOfTheCalendar() {
        for (Instant readAt : new Instant[] {Instant.MIN, Instant.MAX}) {
            IdentityEvidence evidence =
                    new IdentityEvidence(Method.RESIDENT_ID_CARD, MODULE, AssuranceLevel.CARD, readAt);
            assertThatThrownBy(() -> rules(AssuranceLevel.CARD).admit(TERMINAL, evidence))
                    .isInstanceOf(RequestRefused.class);
        }
    }

    private static void assertRefused(
            ProblemCode code, AssuranceLevel needed, Method method, String module, AssuranceLevel level) {
        assertThatThrownBy(() -> admit(needed, method, module, level))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOCIAL_SECURITY_CARD")
    void admitsAProvenCardOfItsOwnReaderAtBothLevels(Method method) {
        for (AssuranceLevel needed : new AssuranceLevel[] {AssuranceLevel.CARD, AssuranceLevel.CARD_UNPROVEN}) {
            assertThatCode(() -> admit(needed, method, MODULE, AssuranceLevel.CARD))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void admitsASocialSecurityCardWhereTheCountySaysSo() {
        assertThatCode(() -> admit(
                        AssuranceLevel.CARD_UNPROVEN, Method.SOCIAL_SECURITY_CARD, "", AssuranceLevel.CARD_UNPROVEN))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(AssuranceLevel.class)
    void refusesASocialSecurityCardOtherwiseWhateverTheTerminalSays(AssuranceLevel said) {
        assertRefused(ProblemCode.LEVEL_TOO_LOW, AssuranceLevel.CARD, Method.SOCIAL_SECURITY_CARD, "", said);
    }

    @Test
    void refusesWhatNobodyLaid() {
        assertRefused(
                ProblemCode.LEVEL_TOO_LOW,
                AssuranceLevel.CARD_UNPROVEN,
                Method.RESIDENT_ID_CARD,
                MODULE,
                AssuranceLevel.ANYONE);
        assertRefused(
                ProblemCode.LEVEL_TOO_LOW,
                AssuranceLevel.CARD_UNPROVEN,
                Method.SOCIAL_SECURITY_CARD,
                "",
                AssuranceLevel.ANYONE);
    }

    @Test
    void refusesAModuleThatIsNotTheTerminalsOrThatProvedNothing() {
        AssuranceLevel needed = AssuranceLevel.CARD_UNPROVEN;
        assertRefused(
                ProblemCode.READER_UNKNOWN, needed, Method.SOCIAL_SECURITY_CARD, MODULE, AssuranceLevel.CARD_UNPROVEN);
        assertRefused(ProblemCode.READER_UNKNOWN, needed, Method.RESIDENT_ID_CARD, "", AssuranceLevel.CARD);
        assertRefused(
                ProblemCode.READER_UNKNOWN,
                needed,
                Method.RESIDENT_ID_CARD,
                "05.03-20260101-000000009-000000009",
                AssuranceLevel.CARD);
    }
}
