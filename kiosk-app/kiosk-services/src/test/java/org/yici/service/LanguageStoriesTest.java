package org.yici.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.base.ErrorCode;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.Offers;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOutcome;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.port.ServerResult;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.ui.LocalText;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.VisitAction;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateAction;
import org.yici.service.certificate.CertificateScreen;
import org.yici.service.certificate.CertificateService;
import org.yici.service.certificate.ConsentText;

/** A citizen chooses the language of the visit. */
class LanguageStoriesTest {
    private static final CitizenAction ENGLISH = new CitizenAction.ChooseLanguage(Language.ENGLISH);
    private static final CitizenAction CHINESE = new CitizenAction.ChooseLanguage(Language.CHINESE);

    private static Kiosk prompt() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        return kiosk;
    }

    private static Kiosk failed() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.server.answerOffers(new ServerResult.Unreachable<>());
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        return kiosk;
    }

    private static Kiosk done() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.finishPrint(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1));
        return kiosk;
    }

    static List<Kiosk> everywhere() {
        return List.of(
                Kiosk.idle(),
                prompt(),
                Kiosk.greeting(),
                Kiosk.offers(),
                Kiosk.consent(),
                Kiosk.preview(),
                Kiosk.printing(),
                failed(),
                done());
    }

    private static Language language(Kiosk kiosk) {
        return kiosk.presenter.preferences().language();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void theKeyChangesTheLanguageAndNothingElse(Kiosk kiosk) {
        Screen before = kiosk.screen();
        int shown = kiosk.presenter.screens().size();
        int events = kiosk.agent.events().size();

        kiosk.touch(ENGLISH);

        assertThat(language(kiosk)).isEqualTo(Language.ENGLISH);
        assertThat(kiosk.screen()).isSameAs(before);
        assertThat(kiosk.presenter.screens()).hasSize(shown);
        assertThat(kiosk.agent.events()).hasSize(events);

        kiosk.touch(CHINESE);

        assertThat(language(kiosk)).isEqualTo(Language.CHINESE);
        assertThat(kiosk.screen()).isSameAs(before);
    }

    @Test
    void theTimeBeginsAgainAsAfterAnyTouch() {
        Kiosk kiosk = Kiosk.consent();
        kiosk.pass(70);
        assertThat(kiosk.presenter.countdown().warning()).isTrue();

        kiosk.touch(ENGLISH);

        assertThat(kiosk.presenter.countdown()).isEqualTo(new Countdown(80, 80, false));
        kiosk.pass(79);
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Consent.class);
        kiosk.pass(1);
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Goodbye.class);
        assertThat(language(kiosk)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aMessageThatStaysForAFixedTimeIsNotProlonged() {
        Kiosk kiosk = Kiosk.offers();
        kiosk.touch(new CitizenAction.Exit());
        kiosk.pass(7);

        kiosk.touch(ENGLISH);
        kiosk.pass(1);

        assertThat(kiosk.agent.ended()).isPresent();
    }

    @Test
    void anAnswerThatIsAwaitedComesAllTheSame() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.server.hold();
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        assertThat(kiosk.screen()).isInstanceOf(CommonScreen.Working.class);

        kiosk.touch(ENGLISH);
        kiosk.server.release();
        kiosk.loop.run();

        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Offers.class);
    }

    @Test
    void aPrintGoesOnInAnotherLanguage() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.touch(ENGLISH);
        kiosk.finishPrint(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1));
        assertThat(kiosk.screen()).isEqualTo(new PrintScreen.Done(1));
        assertThat(kiosk.printer.orders()).hasSize(1);
    }

    @Test
    void anErrorStaysAndCanBeTriedAgain() {
        Kiosk kiosk = failed();
        kiosk.touch(ENGLISH);
        assertThat(kiosk.screen()).isEqualTo(new CommonScreen.Failed(DisplayedError.of(ErrorCode.SERVER_GONE), true));
        kiosk.touch(new CitizenAction.Retry());
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Offers.class);
    }

    @Test
    void aTouchTooSoonAfterAScreenDoesNotCount() {
        Kiosk kiosk = Kiosk.offers();
        kiosk.presenter.act(ENGLISH);
        assertThat(language(kiosk)).isEqualTo(Language.CHINESE);
    }

    @Test
    void theNextCitizenAfterAnAnonymousVisitInTheSameProcessReadsChinese() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.touch(ENGLISH);
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        kiosk.touch(new CitizenAction.Back());
        assertThat(language(kiosk)).isEqualTo(Language.ENGLISH);

        kiosk.touch(new CitizenAction.Back());

        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Idle.class);
        assertThat(kiosk.agent.ended()).isEmpty();
        assertThat(language(kiosk)).isEqualTo(Language.CHINESE);
        kiosk.layCard();
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
        assertThat(language(kiosk)).isEqualTo(Language.CHINESE);
    }

    @Test
    void whoWalksAwayFromAnAnonymousVisitLeavesAChineseTerminal() {
        Kiosk kiosk = prompt();
        kiosk.touch(ENGLISH);
        kiosk.pass(80);
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Idle.class);
        assertThat(language(kiosk)).isEqualTo(Language.CHINESE);
    }

    @Test
    void aVisitWithACardEndsWithItsProcess() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.touch(ENGLISH);
        kiosk.layCard();
        assertThat(language(kiosk)).isEqualTo(Language.ENGLISH);
        kiosk.touch(new CitizenAction.Exit());
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).isPresent();
        assertThat(language(Kiosk.idle())).isEqualTo(Language.CHINESE);
    }

    @Test
    void whoChoseALanguageAndWentAwayLeavesAChineseTerminal() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.touch(ENGLISH);
        kiosk.pass(79);
        assertThat(language(kiosk)).isEqualTo(Language.ENGLISH);
        kiosk.pass(1);
        assertThat(language(kiosk)).isEqualTo(Language.CHINESE);
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(Kiosk.PAD, Kiosk.tiles(Optional.empty()), Optional.empty()));
        assertThat(kiosk.agent.ended()).isEmpty();
    }

    @Test
    void aVisitThatBeginsMeanwhileKeepsItsLanguage() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.touch(ENGLISH);
        kiosk.pass(50);
        kiosk.layCard();
        kiosk.pass(60);
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
        assertThat(language(kiosk)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void whatTheServerSaysIsCarriedInEveryLanguageThatItHas() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.server.offer(new Offers(List.of(
                new Offers.Offer(
                        Kiosk.KIND,
                        "参保证明",
                        "社保中心",
                        true,
                        "可用于贷款。",
                        Map.of(
                                "en", new Offers.Wording("Insurance record", "", "For a loan."),
                                "fr", new Offers.Wording("a", "b", "c"))),
                new Offers.Offer("other", "证明", "单位", false, "请到窗口办理。"))));

        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));

        LocalText title = new LocalText("参保证明", Map.of(Language.ENGLISH, "Insurance record"));
        LocalText sentence = new LocalText("可用于贷款。", Map.of(Language.ENGLISH, "For a loan."));
        assertThat(((CertificateScreen.Offers) kiosk.screen()).offers())
                .containsExactly(
                        new CertificateScreen.Offer(Kiosk.KIND, title, LocalText.of("社保中心"), true, sentence),
                        new CertificateScreen.Offer(
                                "other", LocalText.of("证明"), LocalText.of("单位"), false, LocalText.of("请到窗口办理。")));
    }

    @Test
    void theServerIsToldInWhichLanguageTheConsentWasRead() {
        Kiosk kiosk = Kiosk.consent();
        kiosk.touch(ENGLISH);
        kiosk.touch(new CertificateAction.Agree());
        assertThat(kiosk.server.requests())
                .extracting(CopyRequest::consent)
                .containsExactly(ConsentText.version(Language.ENGLISH));
    }

    @Test
    void aCopyThatWasNotPrintedIsAskedForAgainWithTheConsentThatWasGivenForIt() {
        Kiosk kiosk = Kiosk.preview();
        kiosk.touch(new CitizenAction.Back());
        kiosk.touch(ENGLISH);
        kiosk.touch(new CertificateAction.ChooseOffer(Kiosk.KIND));
        kiosk.touch(new CertificateAction.Agree());

        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Preview.class);
        assertThat(kiosk.server.issued()).hasSize(1);
        assertThat(kiosk.server.requests())
                .extracting(CopyRequest::consent)
                .hasSize(2)
                .containsOnly(ConsentText.version(Language.CHINESE));
    }
}
