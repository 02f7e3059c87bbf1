package org.yici.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.base.ErrorCode;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.entry.EventCode;
import org.yici.contract.https.ProblemCode;
import org.yici.device.ChipEvent;
import org.yici.device.DeviceState;
import org.yici.device.ReaderEvent;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.ServerResult;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.VisitAction;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateAction;
import org.yici.service.certificate.CertificateService;

/** A terminal with a slot for chip cards beside the pad. */
class SocialSecurityStoriesTest {
    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Screen idle() {
        return new VisitScreen.Idle(Kiosk.PAD_AND_SLOT, Kiosk.tiles(Optional.empty()), Optional.empty());
    }

    private static Screen idle(ErrorCode said) {
        return new VisitScreen.Idle(
                Kiosk.PAD_AND_SLOT, Kiosk.tiles(Optional.empty()), Optional.of(DisplayedError.of(said)));
    }

    private static DisplayedError failure(Kiosk kiosk) {
        return ((CommonScreen.Failed) kiosk.screen()).error();
    }

    @Test
    void aSocialSecurityCardGreetsItsHolder() {
        Kiosk kiosk = Kiosk.withSlot();
        assertThat(kiosk.screen()).isEqualTo(idle());
        kiosk.insertCard();
        assertThat(kiosk.screen())
                .isEqualTo(Kiosk.menu("林*夏", "0001**********0029", Card.SOCIAL_SECURITY_CARD, Optional.empty()));
        assertThat(kiosk.agent.events()).contains(EventCode.CARD_READ);
    }

    @Test
    void theCentreIsToldThatNothingProvedIt() {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.insertCard();
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        kiosk.touch(new CertificateAction.ChooseOffer(Kiosk.KIND));
        kiosk.touch(new CertificateAction.Agree());
        IdentityEvidence evidence = kiosk.server.requests().get(0).evidence();
        assertThat(evidence.method()).isEqualTo(IdentityEvidence.Method.SOCIAL_SECURITY_CARD);
        assertThat(evidence.level()).isEqualTo(AssuranceLevel.CARD_UNPROVEN);
        assertThat(evidence.safeModule()).isEmpty();
    }

    @Test
    void whoeverNeedsToProveMoreIsToldToLayTheIdentityCard() {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.server.answerOffers(new ServerResult.Refused<>(ProblemCode.LEVEL_TOO_LOW));
        kiosk.insertCard();
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        assertThat(failure(kiosk)).isEqualTo(DisplayedError.of(ErrorCode.CARD_NOT_ENOUGH));
        assertThat(((CommonScreen.Failed) kiosk.screen()).retry()).isFalse();
    }

    @Test
    void theCardMayBeTakenOutWhileItsHolderIsServed() {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.insertCard();
        Screen before = kiosk.screen();
        kiosk.tell(new ChipEvent.CardRemoved(MINUTE));
        assertThat(kiosk.screen()).isEqualTo(before);
        kiosk.insert(Kiosk.HOLDER, LATER, 70);
        kiosk.layCard();
        assertThat(kiosk.screen()).isEqualTo(before);
    }

    @Test
    void aCardThatStayedInTheSlotGreetsNobodyAndIsToldUntilItIsOut() {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.insert(Kiosk.HOLDER, LATER, 1);
        kiosk.pass(599);
        assertThat(kiosk.screen()).isEqualTo(idle(ErrorCode.CHIP_CARD_LEFT));
        assertThat(kiosk.agent.events()).contains(EventCode.CARD_FORGOTTEN).doesNotContain(EventCode.CARD_READ);
        kiosk.tell(new ChipEvent.CardRemoved(MINUTE));
        assertThat(kiosk.screen()).isEqualTo(idle());
        kiosk.insertCard();
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @Test
    void whatAForgottenCardLeftInMemoryGoesWithTheProcess() {
        Kiosk stays = Kiosk.withSlot();
        stays.insert(Kiosk.HOLDER, LATER, 1);
        stays.pass(599);
        assertThat(stays.agent.ended()).isEmpty();
        stays.pass(1);
        assertThat(stays.agent.ended()).contains(EndReason.CANCELLED);

        Kiosk taken = Kiosk.withSlot();
        taken.insert(Kiosk.HOLDER, LATER, 1);
        taken.pass(590);
        taken.tell(new ChipEvent.CardRemoved(MINUTE));
        assertThat(taken.agent.ended()).isEmpty();
        taken.pass(10);
        assertThat(taken.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void someoneWithAnIdentityCardIsServedBesideAForgottenCard() {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.insert(Kiosk.HOLDER, LATER, 1);
        kiosk.layCard();
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @Test
    void aCardThatGuardsItsHolderGreetsNobody() {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.insert(Optional.empty(), LATER, 60);
        assertThat(kiosk.screen()).isEqualTo(idle(ErrorCode.CHIP_CARD_NAMELESS));
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void anExpiredCardIsRefusedAndOneOfTheLastDayIsNot() {
        Kiosk late = Kiosk.withSlot();
        late.insert(Kiosk.HOLDER, LocalDate.of(2026, 10, 31), 60);
        assertThat(late.screen()).isEqualTo(idle(ErrorCode.CARD_EXPIRED));
        Kiosk lastDay = Kiosk.withSlot();
        lastDay.insert(Kiosk.HOLDER, LocalDate.of(2026, 11, 1), 60);
        assertThat(lastDay.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @Test
    void aCardThatIsNotValidYetIsNotCalledExpired() {
        Kiosk early = Kiosk.withSlot();
        early.insert(Kiosk.HOLDER, LocalDate.of(2026, 11, 2), LocalDate.of(2036, 11, 1), 60);
        assertThat(early.screen()).isEqualTo(idle(ErrorCode.CARD_NOT_YET_VALID));
        Kiosk firstDay = Kiosk.withSlot();
        firstDay.insert(Kiosk.HOLDER, LocalDate.of(2026, 11, 1), LocalDate.of(2036, 11, 1), 60);
        assertThat(firstDay.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @ParameterizedTest
    @CsvSource({
        "UNREADABLE, CHIP_CARD_UNREADABLE, false",
        "NOT_TRUSTED, CARD_NOT_TRUSTED, true",
        "UNSUPPORTED, CARD_UNSUPPORTED, true"
    })
    void aCardThatGivesNothingIsRefused(ReaderEvent.Reason reason, ErrorCode expected, boolean replaced) {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.tell(new ChipEvent.CardRefused(reason, "6d00", MINUTE));
        assertThat(kiosk.screen()).isEqualTo(idle(expected));
        kiosk.tell(new ChipEvent.CardRemoved(MINUTE));
        assertThat(kiosk.screen()).as("the sentence stays to be read").isEqualTo(idle(expected));
        kiosk.pass(8);
        assertThat(kiosk.agent.ended().isPresent()).isEqualTo(replaced);
    }

    @Test
    void aTravelDocumentIsNoWayIn() {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.tell(new ChipEvent.TravelDocumentFound(MINUTE));
        assertThat(kiosk.screen()).isEqualTo(idle(ErrorCode.CARD_UNSUPPORTED));
    }

    @Test
    void theSlotInvitesAloneWhileThePadCannotRead() {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.reader.set(DeviceState.OFFLINE);
        kiosk.loop.run();
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(
                        Set.of(Card.SOCIAL_SECURITY_CARD), Kiosk.tiles(Optional.empty()), Optional.empty()));
        kiosk.insertCard();
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @Test
    void thePadInvitesAloneWhileTheSlotCannotRead() {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.chipReader.set(DeviceState.OFFLINE);
        kiosk.loop.run();
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(Kiosk.PAD, Kiosk.tiles(Optional.empty()), Optional.empty()));
        kiosk.reader.set(DeviceState.OFFLINE);
        kiosk.loop.run();
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.OutOfService(DisplayedError.of(ErrorCode.READER_GONE)));
        kiosk.chipReader.set(DeviceState.ONLINE);
        kiosk.reader.set(DeviceState.ONLINE);
        kiosk.loop.run();
        assertThat(kiosk.screen()).isEqualTo(idle());
    }

    @Test
    void theCentreHearsOfTheSlot() {
        Kiosk kiosk = Kiosk.withSlot();
        kiosk.insertCard();
        assertThat(kiosk.agent.status())
                .filteredOn(report -> report.kind().equals("chipCardReader"))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.details())
                            .containsEntry("media", "notPresent")
                            .containsEntry("reader", "Fake Reader 00 00");
                    assertThat(report.counts()).containsEntry("reads", 1L);
                });
    }
}
