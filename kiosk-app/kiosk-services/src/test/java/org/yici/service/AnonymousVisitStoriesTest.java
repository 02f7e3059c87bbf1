package org.yici.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yici.base.ErrorCode;
import org.yici.contract.entry.EventCode;
import org.yici.device.DeviceState;
import org.yici.device.PaperStatus;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.port.AgentClient.DisplayGrant;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.visit.VisitAction;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateScreen;
import org.yici.service.certificate.CertificateService;

/** Visits that begin by a touch: nobody is known until a service asks. */
class AnonymousVisitStoriesTest {
    private static Kiosk chosen() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        return kiosk;
    }

    private static VisitScreen.CardPrompt prompt(Optional<DisplayedError> refused) {
        return new VisitScreen.CardPrompt(CertificateService.ID, Kiosk.PAD, refused);
    }

    @Test
    void aServiceThatNeedsToKnowTheCitizenAsksForTheCardWhenItIsChosen() {
        Kiosk kiosk = chosen();
        assertThat(kiosk.screen()).isEqualTo(prompt(Optional.empty()));
        kiosk.layCard();
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Offers.class);
        assertThat(kiosk.agent.events())
                .containsExactly(
                        EventCode.VISIT_BEGUN, EventCode.SERVICE_CHOSEN, EventCode.CARD_READ, EventCode.OFFERS_SHOWN);
    }

    @Test
    void aVisitWithoutAnythingPersonalLeadsBackToIdleInTheSameProcess() {
        Kiosk kiosk = chosen();
        kiosk.touch(new CitizenAction.Back());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Menu(Optional.empty(), Kiosk.tiles(Optional.empty())));
        kiosk.touch(new CitizenAction.Back());
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Idle.class);
        assertThat(kiosk.agent.ended()).isEmpty();
        assertThat(kiosk.agent.events()).endsWith(EventCode.VISIT_ENDED);
        kiosk.layCard();
        assertThat(((VisitScreen.Menu) kiosk.screen()).who()).isPresent();
    }

    @Test
    void whoWalksAwayFromThePromptLeavesAnIdleTerminal() {
        Kiosk kiosk = chosen();
        kiosk.pass(80);
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Idle.class);
        assertThat(kiosk.agent.ended()).isEmpty();
        assertThat(kiosk.agent.events()).endsWith(EventCode.SESSION_TIMED_OUT, EventCode.VISIT_ENDED);
    }

    @Test
    void aCardOnTheAnonymousMenuGreets() {
        Kiosk kiosk = chosen();
        kiosk.touch(new CitizenAction.Back());
        kiosk.layCard();
        assertThat(kiosk.screen())
                .isEqualTo(Kiosk.menu(
                        "林*夏", "0001**********0029", org.yici.kiosk.visit.Card.IDENTITY_CARD, Optional.empty()));
    }

    @Test
    void aCardThatDoesNotDoIsSaidSoAndTheProcessIsReplacedAfterwards() {
        Kiosk kiosk = chosen();
        kiosk.tell(Kiosk.read(Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, Optional.of(LocalDate.of(2025, 1, 1))), 60));
        assertThat(kiosk.screen()).isEqualTo(prompt(Optional.of(DisplayedError.of(ErrorCode.CARD_EXPIRED))));
        kiosk.layCard();
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Offers.class);
    }

    @Test
    void anExpiredCardLeavesNobodysDataToTheNextVisit() {
        Kiosk kiosk = chosen();
        kiosk.tell(Kiosk.read(Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, Optional.of(LocalDate.of(2025, 1, 1))), 60));
        kiosk.touch(new CitizenAction.Back());
        kiosk.touch(new CitizenAction.Back());
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Goodbye.class);
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void aForgottenCardDoesNotAnswerThePrompt() {
        Kiosk kiosk = chosen();
        kiosk.tell(Kiosk.read(Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, Optional.empty()), 1));
        assertThat(kiosk.screen()).isEqualTo(prompt(Optional.empty()));
    }

    @Test
    void aServiceThatCannotBeUsedNowDoesNotBegin() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.printer.set(DeviceState.ONLINE, PaperStatus.OUT);
        kiosk.loop.run();
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Idle.class);
        assertThat(kiosk.agent.events()).doesNotContain(EventCode.VISIT_BEGUN);
    }

    @Test
    void whatBecomesImpossibleMeanwhileIsSaidOnTheMenu() {
        Kiosk kiosk = chosen();
        kiosk.touch(new CitizenAction.Back());
        kiosk.printer.set(DeviceState.ONLINE, PaperStatus.OUT);
        kiosk.loop.run();
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Menu(
                        Optional.empty(), Kiosk.tiles(Optional.of(DisplayedError.of(ErrorCode.PRINTER_PAPER_OUT)))));
    }

    @Test
    void anAgentThatWentAwayDuringTheVisitGetsAFreshSessionAfterIt() {
        Kiosk kiosk = chosen();
        kiosk.agent.goAway();
        kiosk.loop.run();
        kiosk.touch(new CitizenAction.Back());
        kiosk.touch(new CitizenAction.Back());
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void anAgentThatCameBackFindsAnIdleTerminal() {
        Kiosk kiosk = chosen();
        kiosk.agent.goAway();
        kiosk.agent.comeBack();
        kiosk.agent.grant(new DisplayGrant(true, java.util.List.of()));
        kiosk.loop.run();
        kiosk.touch(new CitizenAction.Back());
        kiosk.touch(new CitizenAction.Back());
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Idle.class);
        assertThat(kiosk.agent.ended()).isEmpty();
    }
}
