package org.yici.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.base.ErrorCode;
import org.yici.base.WhoActs;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.Offers;
import org.yici.contract.https.ProblemCode;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceState;
import org.yici.device.EvidenceClass;
import org.yici.device.PaperStatus;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.ServerResult;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.visit.CardHolder;
import org.yici.kiosk.visit.PaperInTray;
import org.yici.kiosk.visit.VisitAction;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateAction;
import org.yici.service.certificate.CertificateScreen;
import org.yici.service.certificate.CertificateService;
import org.yici.service.certificate.ConsentText;
import org.yici.service.certificate.Documents.Checked;

class CertificateStoriesTest {
    private static final DeviceFault NO_PAPER = new DeviceFault("media-empty", WhoActs.CLEAR, "media-empty-report");

    private static ErrorCode error(Kiosk kiosk) {
        return ((CommonScreen.Failed) kiosk.screen()).error().code();
    }

    private static boolean retry(Kiosk kiosk) {
        return ((CommonScreen.Failed) kiosk.screen()).retry();
    }

    @Test
    void leadsFromTheCardToOneSheetAndGoodbye() {
        Kiosk kiosk = Kiosk.offers();
        assertThat(((CertificateScreen.Offers) kiosk.screen()).offers())
                .extracting("available")
                .containsExactly(true);
        kiosk.touch(new CertificateAction.ChooseOffer(Kiosk.KIND));
        assertThat(((CertificateScreen.Consent) kiosk.screen()).sentences()).hasSizeGreaterThan(2);
        kiosk.touch(new CertificateAction.Agree());
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Preview.class);
        assertThat(kiosk.server.requests().get(0).consent()).isEqualTo(ConsentText.version(Language.CHINESE));
        kiosk.touch(new CertificateAction.Print());
        assertThat(kiosk.screen()).isEqualTo(new PrintScreen.Printing(0, 1, Optional.empty()));
        assertThat(kiosk.agent.intents()).hasSize(1);
        kiosk.finishPrint(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1));
        assertThat(kiosk.screen()).isEqualTo(new PrintScreen.Done(1));
        PrintReport report = kiosk.agent.outcomes().values().iterator().next();
        assertThat(report.outcome()).isEqualTo(PrintReport.Outcome.DELIVERED);
        assertThat(report.copyId()).isEqualTo(kiosk.order().order().jobName());
        assertThat(report.evidence()).contains("IMPRESSIONS");
        kiosk.touch(new CitizenAction.Exit());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.sheets(1)));
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.FINISHED);
        assertThat(kiosk.agent.events())
                .containsExactly(
                        EventCode.CARD_READ,
                        EventCode.SERVICE_CHOSEN,
                        EventCode.OFFERS_SHOWN,
                        EventCode.CONSENT_GIVEN,
                        EventCode.COPY_ISSUED,
                        EventCode.SEAL_GOOD,
                        EventCode.PRINT_DELIVERED);
    }

    @Test
    void doneLeadsToGoodbyeByItself() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.finishPrint(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1));
        kiosk.pass(20);
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.sheets(1)));
    }

    /** A printer that knows the job's state alone, and one that knows nothing. */
    private static List<PrintOutcome> unproven() {
        return List.of(
                new PrintOutcome.Delivered(EvidenceClass.JOB_STATE, 1),
                new PrintOutcome.Uncertain(new DeviceFault("no-evidence", WhoActs.CITIZEN, ""), false));
    }

    private static Kiosk asked(PrintOutcome outcome) {
        Kiosk kiosk = Kiosk.printing();
        kiosk.finishPrint(outcome);
        assertThat(kiosk.screen()).isEqualTo(new PrintScreen.DeliveryQuestion(1));
        assertThat(kiosk.agent.outcomes()).isEmpty();
        return kiosk;
    }

    private static PrintReport report(Kiosk kiosk) {
        assertThat(kiosk.agent.outcomes()).hasSize(1);
        return kiosk.agent.outcomes().values().iterator().next();
    }

    @ParameterizedTest
    @MethodSource("unproven")
    void whereThePrinterProvesNothingTheCitizensYesIsTheEvidence(PrintOutcome outcome) {
        Kiosk kiosk = asked(outcome);
        kiosk.touch(new PrintScreen.DeliveryAnswer(true));
        assertThat(kiosk.screen()).isEqualTo(new PrintScreen.Done(1));
        assertThat(report(kiosk).outcome()).isEqualTo(PrintReport.Outcome.DELIVERED);
        assertThat(report(kiosk).evidence()).contains("CITIZEN_WORD");
    }

    @ParameterizedTest
    @MethodSource("unproven")
    void whereThePrinterProvesNothingTheCitizensNoIsNeverDone(PrintOutcome outcome) {
        Kiosk kiosk = asked(outcome);
        kiosk.touch(new PrintScreen.DeliveryAnswer(false));
        assertThat(error(kiosk)).isEqualTo(ErrorCode.PRINT_NOT_SEEN);
        assertThat(retry(kiosk)).isFalse();
        assertThat(report(kiosk).outcome()).isEqualTo(PrintReport.Outcome.UNCERTAIN);
        assertThat(report(kiosk).fault()).contains("citizen-saw-too-little");
        kiosk.touch(new CitizenAction.Exit());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("unproven")
    void whoDoesNotAnswerLeavesWhatThePrinterSaid(PrintOutcome outcome) {
        Kiosk kiosk = asked(outcome);
        kiosk.pass(80);
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        boolean delivered = outcome instanceof PrintOutcome.Delivered;
        assertThat(report(kiosk).outcome())
                .isEqualTo(delivered ? PrintReport.Outcome.DELIVERED : PrintReport.Outcome.UNCERTAIN);
        assertThat(report(kiosk).evidence()).isEqualTo(delivered ? Optional.of("JOB_STATE") : Optional.empty());
    }

    @Test
    void whoEndsInsteadOfAnsweringIsLetGo() {
        Kiosk kiosk = asked(unproven().get(0));
        kiosk.touch(new CitizenAction.Exit());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
        assertThat(report(kiosk).evidence()).contains("JOB_STATE");
    }

    @Test
    void theQuestionIsAnsweredAlsoWhenTheAgentIsGone() {
        Kiosk kiosk = asked(unproven().get(0));
        kiosk.agent.goAway();
        kiosk.agent.beGone();
        assertThat(kiosk.screen()).isEqualTo(new PrintScreen.DeliveryQuestion(1));
        kiosk.touch(new PrintScreen.DeliveryAnswer(true));
        assertThat(kiosk.screen()).isEqualTo(new PrintScreen.Done(1));
    }

    @Test
    void whoDidNotWaitForThePaperIsNotAsked() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.touch(new CitizenAction.Exit());
        kiosk.finishPrint(unproven().get(0));
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        assertThat(report(kiosk).evidence()).contains("JOB_STATE");
    }

    @Test
    void whatCannotBeHadCannotBeChosen() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.server.offer(new Offers(List.of(new Offers.Offer(Kiosk.KIND, "社会保险个人参保证明", "示范中心", false, "请先参保。"))));
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        kiosk.touch(new CertificateAction.ChooseOffer(Kiosk.KIND));
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Offers.class);
    }

    @Test
    void backLeadsOneStepBack() {
        Kiosk kiosk = Kiosk.preview();
        kiosk.touch(new CitizenAction.Back());
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Offers.class);
        kiosk.touch(new CertificateAction.ChooseOffer(Kiosk.KIND));
        kiosk.touch(new CitizenAction.Back());
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Offers.class);
        kiosk.touch(new CitizenAction.Back());
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
        kiosk.touch(new CitizenAction.Back());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.sheets(0)));
    }

    @Test
    void lookingTwiceAtACopyBeforePrintingUsesUpOneNumber() {
        Kiosk kiosk = Kiosk.preview();
        kiosk.touch(new CitizenAction.Back());
        kiosk.touch(new CitizenAction.Back());
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        kiosk.touch(new CertificateAction.ChooseOffer(Kiosk.KIND));
        kiosk.touch(new CertificateAction.Agree());
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Preview.class);
        assertThat(kiosk.server.requests()).hasSize(2);
        assertThat(kiosk.server.issued()).hasSize(1);
        kiosk.touch(new CertificateAction.Print());
        kiosk.finishPrint(new PrintOutcome.Failed(NO_PAPER));
        kiosk.touch(new CitizenAction.Retry());
        assertThat(kiosk.server.issued())
                .as("after an order the next copy is another")
                .hasSize(2);
    }

    @Test
    void anUnreachableCentreIsToldAndAskedAgain() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.server.answerOffers(new ServerResult.Unreachable<>());
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        assertThat(kiosk.screen()).isEqualTo(new CommonScreen.Failed(DisplayedError.of(ErrorCode.SERVER_GONE), true));
        kiosk.touch(new CitizenAction.Retry());
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Offers.class);
    }

    @Test
    void aCentreThatNeverAnswersIsGivenUp() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.server.hold();
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        assertThat(kiosk.screen())
                .isEqualTo(CommonScreen.Working.forCitizen(
                        CommonScreen.Activity.SEARCHING, "certificates.working.offers"));
        kiosk.pass(20);
        assertThat(error(kiosk)).isEqualTo(ErrorCode.SERVER_GONE);
        kiosk.server.release();
        kiosk.loop.run();
        assertThat(error(kiosk)).isEqualTo(ErrorCode.SERVER_GONE);
    }

    @Test
    void anAnswerForAScreenSinceLeftIsDropped() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.server.hold();
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        kiosk.touch(new CitizenAction.Exit());
        kiosk.server.release();
        kiosk.loop.run();
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.sheets(0)));
    }

    @Test
    void aRepeatAfterSilenceAsksForTheSameCopy() {
        Kiosk kiosk = Kiosk.consent();
        kiosk.server.hold();
        kiosk.touch(new CertificateAction.Agree());
        kiosk.pass(20);
        assertThat(error(kiosk)).isEqualTo(ErrorCode.SERVER_GONE);
        kiosk.server.release();
        kiosk.touch(new CitizenAction.Retry());
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Preview.class);
        assertThat(kiosk.server.requests()).hasSize(2);
        assertThat(kiosk.server.issued()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyRefusalOfTheCentreHasASentence(ProblemCode code) {
        Kiosk kiosk = Kiosk.consent();
        kiosk.server.answerIssue(new ServerResult.Refused<>(code));
        kiosk.touch(new CertificateAction.Agree());
        if (code == ProblemCode.LEVEL_TOO_LOW) {
            assertThat(error(kiosk)).isEqualTo(ErrorCode.CARD_NOT_ENOUGH);
        } else if (code == ProblemCode.EVIDENCE_NOT_CURRENT) {
            assertThat(error(kiosk)).isEqualTo(ErrorCode.CARD_READ_TOO_OLD);
        } else if (code == ProblemCode.PLATFORM_BUSY) {
            assertThat(error(kiosk)).isEqualTo(ErrorCode.SERVER_BUSY);
        } else {
            assertThat(error(kiosk)).isIn(ErrorCode.SERVER_REFUSED, ErrorCode.SERVER_FAULT);
        }
        assertThat(retry(kiosk))
                .isEqualTo(error(kiosk) == ErrorCode.SERVER_FAULT || error(kiosk) == ErrorCode.SERVER_BUSY);
        kiosk.touch(new CitizenAction.Back());
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @Test
    void aFaultOfTheCentreMayBeTriedAgain() {
        Kiosk kiosk = Kiosk.consent();
        kiosk.server.answerIssue(new ServerResult.ServerError<>());
        kiosk.touch(new CertificateAction.Agree());
        assertThat(kiosk.screen()).isEqualTo(new CommonScreen.Failed(DisplayedError.of(ErrorCode.SERVER_FAULT), true));
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCUMENT_SEAL_BAD", "DOCUMENT_ALTERED", "SEAL_EXPIRED"})
    void aBadSealIsNeitherShownNorPrinted(ErrorCode code) {
        Kiosk kiosk = Kiosk.consent();
        kiosk.documents.find(new Checked.SealBad(code));
        kiosk.touch(new CertificateAction.Agree());
        assertThat(error(kiosk)).isEqualTo(code);
        assertThat(retry(kiosk)).isFalse();
        assertThat(kiosk.agent.events()).contains(EventCode.SEAL_REFUSED);
        assertThat(kiosk.printer.orders()).isEmpty();
    }

    @Test
    void aChangedDocumentIsOrderedAnew() {
        Kiosk kiosk = Kiosk.consent();
        kiosk.documents.find(new Checked.Changed());
        kiosk.touch(new CertificateAction.Agree());
        assertThat(error(kiosk)).isEqualTo(ErrorCode.DOCUMENT_CHANGED);
        kiosk.touch(new CitizenAction.Retry());
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Preview.class);
        assertThat(kiosk.server.issued()).hasSize(2);
    }

    @Test
    void nothingIsIssuedWhileNothingCanBePrinted() {
        Kiosk kiosk = Kiosk.consent();
        kiosk.printer.set(DeviceState.HARDWARE_ERROR, PaperStatus.FULL);
        kiosk.touch(new CertificateAction.Agree());
        assertThat(error(kiosk)).isEqualTo(ErrorCode.PRINTER_FAULT);
        assertThat(kiosk.server.requests()).isEmpty();
        kiosk.printer.set(DeviceState.ONLINE, PaperStatus.FULL);
        kiosk.touch(new CitizenAction.Retry());
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Preview.class);
    }

    @Test
    void anIssuedCopyWaitsForAPrinterThatCameBack() {
        Kiosk kiosk = Kiosk.preview();
        kiosk.printer.set(DeviceState.OFFLINE, PaperStatus.UNKNOWN);
        kiosk.touch(new CertificateAction.Print());
        assertThat(error(kiosk)).isEqualTo(ErrorCode.PRINTER_GONE);
        assertThat(kiosk.agent.intents()).isEmpty();
        kiosk.printer.set(DeviceState.ONLINE, PaperStatus.FULL);
        kiosk.touch(new CitizenAction.Retry());
        kiosk.touch(new CertificateAction.Print());
        assertThat(kiosk.printer.orders()).hasSize(1);
        assertThat(kiosk.server.issued()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STORE_FULL", "AGENT_GONE", "AGENT_REFUSED"})
    void withoutAKeptIntentNothingIsPrinted(ErrorCode reason) {
        Kiosk kiosk = Kiosk.preview();
        kiosk.agent.refuse(reason);
        kiosk.touch(new CertificateAction.Print());
        assertThat(error(kiosk)).isEqualTo(reason);
        assertThat(kiosk.printer.orders()).isEmpty();
    }

    @Test
    void anIntentThatNobodyConfirmsIsTakenBack() {
        Kiosk kiosk = Kiosk.preview();
        kiosk.agent.goAway();
        kiosk.touch(new CertificateAction.Print());
        assertThat(kiosk.screen()).isEqualTo(Kiosk.SENDING);
        kiosk.pass(15);
        assertThat(error(kiosk)).isEqualTo(ErrorCode.AGENT_GONE);
        kiosk.agent.comeBack();
        kiosk.loop.run();
        assertThat(kiosk.printer.orders()).isEmpty();
        assertThat(kiosk.agent.outcomes().values())
                .extracting(PrintReport::outcome, PrintReport::fault)
                .containsExactly(tuple(PrintReport.Outcome.FAILED, Optional.of("not-sent")));
    }

    @Test
    void whoLeavesBeforeThePrinterHeardTakesTheOrderBack() {
        Kiosk kiosk = Kiosk.preview();
        kiosk.agent.goAway();
        kiosk.touch(new CertificateAction.Print());
        kiosk.touch(new CitizenAction.Exit());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.sheets(0)));
        kiosk.agent.comeBack();
        kiosk.loop.run();
        assertThat(kiosk.printer.orders()).isEmpty();
        assertThat(kiosk.agent.outcomes()).hasSize(1);
    }

    @Test
    void whoDoesNotWaitForThePaperIsLetGoOnceItIsKnownWhatCameOut() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.touch(new CitizenAction.Exit());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        kiosk.pass(100);
        assertThat(kiosk.agent.ended()).isEmpty();
        kiosk.finishPrint(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1));
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.sheets(1)));
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
        assertThat(kiosk.agent.outcomes()).hasSize(1);
    }

    @Test
    void saysWhyThePrinterWaitsAndGoesOn() {
        Kiosk kiosk = Kiosk.preview();
        kiosk.touch(new CertificateAction.Print());
        kiosk.order().progress().accept(new PrintProgress.Sent(7));
        kiosk.printer.set(DeviceState.ONLINE, PaperStatus.OUT);
        kiosk.order().progress().accept(new PrintProgress.Waiting(NO_PAPER));
        kiosk.loop.run();
        assertThat(kiosk.screen())
                .isEqualTo(new PrintScreen.Printing(0, 1, Optional.of(DisplayedError.of(ErrorCode.PRINTER_PAPER_OUT))));
        kiosk.pass(170);
        kiosk.order().progress().accept(new PrintProgress.Printing(1));
        kiosk.loop.run();
        assertThat(kiosk.screen()).isEqualTo(new PrintScreen.Printing(1, 1, Optional.empty()));
    }

    @Test
    void aPrintThatFailedMayBeOrderedAgainAsAnotherCopy() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.finishPrint(new PrintOutcome.Failed(NO_PAPER));
        assertThat(error(kiosk)).isEqualTo(ErrorCode.PRINT_FAILED);
        kiosk.touch(new CitizenAction.Retry());
        kiosk.touch(new CertificateAction.Print());
        assertThat(kiosk.printer.orders())
                .extracting(open -> open.order().jobName())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aPartialPrintIsSaidAsSuchAndItsSheetsAreCounted() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.finishPrint(new PrintOutcome.Partial(1, 2, NO_PAPER));
        assertThat(error(kiosk)).isEqualTo(ErrorCode.PRINT_PARTIAL);
        assertThat(retry(kiosk)).isFalse();
        kiosk.pass(80);
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.sheets(1)));
    }

    @Test
    void anUncertainPrintIsNeverCalledDone() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.finishPrint(new PrintOutcome.Uncertain(new DeviceFault("impressions-zero", WhoActs.RESET, ""), false));
        assertThat(error(kiosk)).isEqualTo(ErrorCode.PRINT_UNCERTAIN);
        String id = kiosk.order().order().jobName();
        assertThat(((CommonScreen.Failed) kiosk.screen()).error().reference()).isEqualTo(id.substring(id.length() - 8));
        kiosk.touch(new CitizenAction.Exit());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
    }

    /** The next session cancels it before anybody is offered to print. */
    @ParameterizedTest
    @ValueSource(
            strings = {"printer-gone", "cancel-unanswered", "connection-lost", "driver", "closed", "any-other-word"})
    void aPrintThatMayStillComeIsToldAndStaysOpen(String fault) {
        Kiosk kiosk = Kiosk.printing();
        kiosk.finishPrint(new PrintOutcome.Uncertain(new DeviceFault(fault, WhoActs.MAINTENANCE, ""), true));
        assertThat(error(kiosk)).isEqualTo(ErrorCode.PRINT_UNCERTAIN);
        assertThat(kiosk.agent.outcomes()).isEmpty();
        assertThat(kiosk.agent.entries().keySet())
                .doesNotContainAnyElementsOf(kiosk.agent.intents().keySet());
        assertThat(kiosk.agent.entries().values()).singleElement().isInstanceOfSatisfying(PrintReport.class, report -> {
            assertThat(report.outcome()).isEqualTo(PrintReport.Outcome.UNCERTAIN);
            assertThat(report.fault()).contains(fault);
            assertThat(report.copyId()).isEqualTo(kiosk.order().order().jobName());
        });
    }

    @Test
    void aDriverThatFailsLeavesThePrintOpen() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.order().outcome().completeExceptionally(new IllegalStateException("a driver's fault"));
        kiosk.loop.run();
        assertLeftOpen(kiosk, "driver");
    }

    @Test
    void aPrintWhoseDriverFallsSilentStaysOpenAndTheVisitEnds() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.pass(629);
        assertThat(kiosk.screen()).isInstanceOf(PrintScreen.Printing.class);
        kiosk.pass(1);
        assertLeftOpen(kiosk, "driver-silent");
        kiosk.finishPrint(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1));
        assertThat(kiosk.agent.outcomes())
                .as("what is said too late is asked after by the next session")
                .isEmpty();
        kiosk.pass(120);
        assertThat(kiosk.agent.ended()).contains(EndReason.TIMED_OUT);
    }

    @Test
    void whoLeftWhileADriverFallsSilentDoesNotKeepTheScreen() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.touch(new CitizenAction.Exit());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        kiosk.pass(640);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
        assertThat(kiosk.agent.outcomes()).isEmpty();
    }

    @Test
    void aPrintThatComesForwardMayTakeTwiceAsLongAsASilence() {
        Kiosk kiosk = Kiosk.printing();
        comesForward(kiosk, 600);
        comesForward(kiosk, 600);
        assertThat(kiosk.screen()).isInstanceOf(PrintScreen.Printing.class);
        kiosk.finishPrint(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1));
        assertThat(kiosk.screen()).isEqualTo(new PrintScreen.Done(1));
    }

    @Test
    void aDriverThatSpeaksWithoutEndLeavesThePrintOpen() {
        Kiosk kiosk = Kiosk.printing();
        comesForward(kiosk, 600);
        comesForward(kiosk, 600);
        comesForward(kiosk, 60);
        assertLeftOpen(kiosk, "driver-silent");
    }

    private static void comesForward(Kiosk kiosk, int seconds) {
        kiosk.pass(seconds);
        kiosk.order().progress().accept(new PrintProgress.Printing(0));
        kiosk.loop.run();
    }

    private static void assertLeftOpen(Kiosk kiosk, String fault) {
        assertThat(error(kiosk)).isEqualTo(ErrorCode.PRINT_UNCERTAIN);
        assertThat(retry(kiosk)).isFalse();
        assertThat(kiosk.agent.outcomes()).isEmpty();
        assertThat(kiosk.agent.entries().values())
                .singleElement()
                .isInstanceOfSatisfying(
                        PrintReport.class, report -> assertThat(report.fault()).contains(fault));
    }

    /** Neither shown nor printed, and nobody else is served here: two people may have been mixed up. */
    @Test
    void aDocumentOfAnotherHolderStopsTheService() {
        Kiosk kiosk = Kiosk.consent();
        kiosk.documents.find(new Checked.OtherHolder());
        kiosk.touch(new CertificateAction.Agree());
        assertThat(error(kiosk)).isEqualTo(ErrorCode.DOCUMENT_HOLDER_WRONG);
        assertThat(retry(kiosk)).isFalse();
        assertThat(kiosk.agent.stopped())
                .isEqualTo(Map.of(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG));
        assertThat(kiosk.presenter.screens()).noneMatch(CertificateScreen.Preview.class::isInstance);
        kiosk.touch(new CitizenAction.Back());
        assertThat(error(kiosk)).as("no way back to the choice").isEqualTo(ErrorCode.DOCUMENT_HOLDER_WRONG);
        kiosk.touch(new CitizenAction.Exit());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.sheets(0)));
        assertThat(kiosk.printer.orders()).isEmpty();
    }

    @Test
    void asksTheDocumentsForTheHolderOfTheCard() {
        Kiosk kiosk = Kiosk.preview();
        assertThat(kiosk.documents.holders())
                .containsExactly(new CardHolder(new Citizen(Kiosk.NAME, Kiosk.NUMBER), LocalDate.of(1988, 2, 29)));
    }

    @Test
    void aCopyThatCannotBeMarkedIsNotPrinted() {
        Kiosk kiosk = Kiosk.preview();
        kiosk.documents.failToMark();
        kiosk.touch(new CertificateAction.Print());
        assertThat(error(kiosk)).isEqualTo(ErrorCode.TERMINAL_FAULT);
        assertThat(kiosk.agent.intents()).isEmpty();
    }

    @Test
    void oneCopyIsNeverOrderedTwiceWhateverTheCentreSays() {
        Kiosk kiosk = Kiosk.printing();
        var again = kiosk.server.issued().values().iterator().next();
        kiosk.finishPrint(new PrintOutcome.Failed(NO_PAPER));
        kiosk.server.answerIssue(new ServerResult.Success<>(again));
        kiosk.touch(new CitizenAction.Retry());
        kiosk.touch(new CertificateAction.Print());
        assertThat(error(kiosk)).isEqualTo(ErrorCode.SERVER_FAULT);
        assertThat(kiosk.printer.orders()).hasSize(1);
    }

    @Test
    void anAgentThatIsGoneDuringAPrintDoesNotHideWhatBecameOfIt() {
        Kiosk kiosk = Kiosk.printing();
        kiosk.agent.goAway();
        kiosk.agent.beGone();
        assertThat(kiosk.screen()).isInstanceOf(PrintScreen.Printing.class);
        kiosk.finishPrint(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1));
        assertThat(kiosk.screen()).isEqualTo(new PrintScreen.Done(1));
        kiosk.pass(28);
        assertThat(kiosk.agent.ended()).contains(EndReason.FINISHED);
    }
}
