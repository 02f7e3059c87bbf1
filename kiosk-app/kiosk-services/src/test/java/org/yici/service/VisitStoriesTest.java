package org.yici.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.ErrorCode;
import org.yici.base.WhoActs;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.EvidenceClass;
import org.yici.device.PaperStatus;
import org.yici.device.PrintOutcome;
import org.yici.device.ReaderEvent;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.port.AgentClient.DisplayGrant;
import org.yici.kiosk.port.AgentClient.Intent;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.PaperInTray;
import org.yici.kiosk.visit.VisitAction;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateScreen;
import org.yici.service.certificate.CertificateService;

class VisitStoriesTest {
    private static final Intent LOST = new Intent(
            UUID.fromString("0199f000-0000-7000-8000-000000000001"), "copy-lost", new DeviceId("document-printer"), 2);

    private static VisitScreen.Idle idleScreen() {
        return new VisitScreen.Idle(Kiosk.PAD, Kiosk.tiles(Optional.empty()), Optional.empty());
    }

    private static PrintReport.Outcome reported(Kiosk kiosk) {
        return Objects.requireNonNull(kiosk.agent.outcomes().get(LOST.key())).outcome();
    }

    @Test
    void saysThatItIsShownOnceItIsPaintedAndOpensDevicesOnlyThen() {
        Kiosk kiosk = new Kiosk();
        assertThat(kiosk.presenter.isEmpty()).isTrue();
        kiosk.agent.grant(new DisplayGrant(true, List.of()));
        assertThat(kiosk.screen()).isEqualTo(idleScreen());
        assertThat(kiosk.window).containsExactly("raised without words", "revealed with words, told 0");
        assertThat(kiosk.agent.shownCount()).isEqualTo(1);
        assertThat(kiosk.agent.status()).isEmpty();
        kiosk.loop.run();
        assertThat(kiosk.agent.status()).extracting("id").containsExactly("id-card-reader", "document-printer");
        assertThat(kiosk.agent.status()).extracting("kind").containsExactly("identityReader", "documentPrinter");
    }

    @Test
    void isShownWhileItsDevicesAreBeingOpened() {
        Kiosk kiosk = new Kiosk();
        CompletableFuture<Devices> opening = kiosk.opening;
        kiosk.opening = new CompletableFuture<>();
        kiosk.grant();
        assertThat(kiosk.agent.shownCount()).isEqualTo(1);
        assertThat(kiosk.screen()).isEqualTo(idleScreen());
        kiosk.opening.complete(opening.join());
        kiosk.loop.run();
        kiosk.layCard();
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @Test
    void aCardThatWasReadBeforeAnybodyListenedIsToldAndGoesWithTheProcess() {
        Kiosk kiosk = new Kiosk();
        CompletableFuture<Devices> opening = kiosk.opening;
        kiosk.opening = new CompletableFuture<>();
        kiosk.grant();
        kiosk.tell(Kiosk.read(Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, Optional.empty()), 1));
        kiosk.opening.complete(opening.join());
        kiosk.loop.run();
        assertThat(kiosk.agent.events()).contains(EventCode.CARD_FORGOTTEN);
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(
                        Kiosk.PAD, Kiosk.tiles(Optional.empty()), Optional.of(DisplayedError.of(ErrorCode.CARD_LEFT))));
        kiosk.pass(600);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void endsWhenItsDevicesCannotBeOpened() {
        Kiosk kiosk = new Kiosk();
        kiosk.opening = CompletableFuture.failedFuture(new IllegalArgumentException("unknown setting colour"));
        kiosk.grant();
        assertThat(kiosk.agent.ended()).contains(EndReason.FAULT);
    }

    @Test
    void endsWhenItsDevicesAreNeverOpened() {
        Kiosk kiosk = new Kiosk();
        kiosk.opening = new CompletableFuture<>();
        kiosk.grant();
        kiosk.pass(29);
        assertThat(kiosk.agent.ended()).isEmpty();
        kiosk.pass(1);
        assertThat(kiosk.agent.ended()).contains(EndReason.FAULT);
        assertThat(kiosk.agent.events()).contains(EventCode.PROGRAM_FAULT);
    }

    @Test
    void greetsByMaskedNameAndNumber() {
        Kiosk kiosk = Kiosk.greeting();
        assertThat(kiosk.screen())
                .isEqualTo(Kiosk.menu("林*夏", "0001**********0029", Card.IDENTITY_CARD, Optional.empty()));
    }

    @Test
    void aForgottenCardGreetsNobodyAndIsTold() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.tell(Kiosk.read(Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, Optional.empty()), 3));
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(
                        Kiosk.PAD, Kiosk.tiles(Optional.empty()), Optional.of(DisplayedError.of(ErrorCode.CARD_LEFT))));
        kiosk.pass(30);
        assertThat(kiosk.screen()).isEqualTo(idleScreen());
        assertThat(kiosk.agent.events()).contains(EventCode.CARD_FORGOTTEN).doesNotContain(EventCode.CARD_READ);
        kiosk.layCard();
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @Test
    void whatAForgottenCardLeftInMemoryGoesWithTheProcess() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.tell(Kiosk.read(Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, Optional.empty()), 1));
        kiosk.pass(599);
        assertThat(kiosk.agent.ended()).isEmpty();
        kiosk.pass(1);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void aSecondForgottenCardDoesNotKeepTheFirstInMemory() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.tell(Kiosk.read(Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, Optional.empty()), 1));
        kiosk.pass(400);
        kiosk.tell(Kiosk.read(Kiosk.card("陈禾", Kiosk.NUMBER, Optional.empty()), 1));
        kiosk.pass(199);
        assertThat(kiosk.agent.ended()).isEmpty();
        kiosk.pass(1);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void aCardLaidWhileAPrintIsAskedAfterDoesNotStayInMemory() {
        Kiosk kiosk = new Kiosk();
        kiosk.printer.reconcileWith(
                new PrintOutcome.Uncertain(new DeviceFault("cancel-unanswered", WhoActs.MAINTENANCE, ""), true));
        kiosk.grant(LOST);
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        kiosk.layCard();
        kiosk.pass(599);
        assertThat(kiosk.printer.reconciled()).hasSizeGreaterThan(2);
        assertThat(kiosk.agent.ended()).isEmpty();
        // In the same second the print is asked after again.
        kiosk.pass(2);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void anUnreadableCardAfterAForgottenOneDoesNotKeepItInMemory() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.tell(Kiosk.read(Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, Optional.empty()), 1));
        kiosk.tell(new ReaderEvent.CardRefused(ReaderEvent.Reason.UNREADABLE, "81", Duration.ofSeconds(60)));
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void anExpiredCardIsRefusedForSomeSecondsAndThenTheProcessIsReplaced() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.tell(Kiosk.read(Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, Optional.of(LocalDate.of(2026, 10, 31))), 60));
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(
                        Kiosk.PAD,
                        Kiosk.tiles(Optional.empty()),
                        Optional.of(DisplayedError.of(ErrorCode.CARD_EXPIRED))));
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void aCardIsValidOnItsLastDayInChina() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.tell(Kiosk.read(Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, Optional.of(LocalDate.of(2026, 11, 1))), 60));
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @ParameterizedTest
    @CsvSource({"UNREADABLE, CARD_UNREADABLE", "NOT_TRUSTED, CARD_NOT_TRUSTED", "UNSUPPORTED, CARD_UNSUPPORTED"})
    void aCardThatGivesNothingIsRefusedAndAnotherMayFollow(ReaderEvent.Reason reason, ErrorCode expected) {
        Kiosk kiosk = Kiosk.idle();
        kiosk.tell(new ReaderEvent.CardRefused(reason, "81", Duration.ofSeconds(60)));
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(
                        Kiosk.PAD, Kiosk.tiles(Optional.empty()), Optional.of(DisplayedError.of(expected))));
        kiosk.layCard();
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
        kiosk.pass(9);
        assertThat(kiosk.agent.ended()).isEmpty();
    }

    @Test
    void tellsAtOnceWhatTheReaderCounted() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.tell(new ReaderEvent.CardRefused(ReaderEvent.Reason.UNREADABLE, "81", Duration.ofSeconds(60)));
        assertThat(kiosk.agent.status().get(0).counts()).isEqualTo(Map.of("failures", 1L));
        kiosk.layCard();
        assertThat(kiosk.agent.status().get(0).counts()).isEqualTo(Map.of("failures", 1L, "reads", 1L));
    }

    @Test
    void anUnreadableCardIsForgottenAfterSomeSeconds() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.tell(new ReaderEvent.CardRefused(ReaderEvent.Reason.UNREADABLE, "81", Duration.ofSeconds(60)));
        kiosk.pass(8);
        assertThat(kiosk.screen()).isEqualTo(idleScreen());
        assertThat(kiosk.agent.ended()).isEmpty();
    }

    @Test
    void aSecondCardDuringAVisitChangesNothing() {
        Kiosk kiosk = Kiosk.offers();
        Screen before = kiosk.screen();
        kiosk.tell(Kiosk.read(Kiosk.card("欧阳若兰", "000102199003070021", Optional.empty()), 90));
        assertThat(kiosk.screen()).isEqualTo(before);
    }

    @Test
    void warnsAfterSixtySecondsAndSaysGoodbyeAfterEighty() {
        Kiosk kiosk = Kiosk.greeting();
        assertThat(kiosk.presenter.countdown()).isEqualTo(new Countdown(80, 80, false));
        kiosk.pass(59);
        assertThat(kiosk.presenter.countdown()).isEqualTo(new Countdown(21, 80, false));
        kiosk.pass(1);
        assertThat(kiosk.presenter.countdown()).isEqualTo(new Countdown(20, 80, true));
        kiosk.pass(20);
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.sheets(0)));
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.TIMED_OUT);
    }

    @Test
    void anyTouchGivesTheWholeTimeAgain() {
        Kiosk kiosk = Kiosk.greeting();
        for (int i = 0; i < 10; i++) {
            kiosk.pass(75);
            kiosk.touch(new CitizenAction.KeepOpen());
            assertThat(kiosk.presenter.countdown()).isEqualTo(new Countdown(80, 80, false));
        }
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @Test
    void aTouchWithinThreeHundredMillisecondsOfAScreenIsNotMeantForIt() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.loop.advance(Duration.ofMillis(299));
        kiosk.presenter.act(new CitizenAction.Exit());
        kiosk.loop.run();
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
        kiosk.loop.advance(Duration.ofMillis(1));
        kiosk.presenter.act(new CitizenAction.Exit());
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.sheets(0)));
    }

    @Test
    void saysBeforehandThatThereIsNoPaperAndTakesItBack() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.printer.set(DeviceState.ONLINE, PaperStatus.OUT);
        kiosk.loop.run();
        DisplayedError noPaper = DisplayedError.of(ErrorCode.PRINTER_PAPER_OUT);
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(Kiosk.PAD, Kiosk.tiles(Optional.of(noPaper)), Optional.empty()));
        kiosk.layCard();
        assertThat(kiosk.screen())
                .isEqualTo(Kiosk.menu("林*夏", "0001**********0029", Card.IDENTITY_CARD, Optional.of(noPaper)));
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
        kiosk.printer.set(DeviceState.ONLINE, PaperStatus.FULL);
        kiosk.loop.run();
        assertThat(kiosk.screen())
                .isEqualTo(Kiosk.menu("林*夏", "0001**********0029", Card.IDENTITY_CARD, Optional.empty()));
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Offers.class);
    }

    @Test
    void saysBeforehandThatTheCentreCannotBeAsked() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.agent.grant(new DisplayGrant(false, List.of()));
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(
                        Kiosk.PAD,
                        Kiosk.tiles(Optional.of(DisplayedError.of(ErrorCode.SERVER_GONE))),
                        Optional.empty()));
    }

    @Test
    void saysThatTheCentreIsNotProvenToBeTheCentre() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.agent.grant(new DisplayGrant(Optional.of(ErrorCode.SERVER_UNPROVEN), List.of()));
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(
                        Kiosk.PAD,
                        Kiosk.tiles(Optional.of(DisplayedError.of(ErrorCode.SERVER_UNPROVEN))),
                        Optional.empty()));
    }

    @Test
    void isOutOfServiceWhileTheReaderIsGone() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.reader.set(DeviceState.OFFLINE, new DeviceFault("port-gone", WhoActs.RESET, ""));
        kiosk.loop.run();
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.OutOfService(DisplayedError.of(ErrorCode.READER_GONE)));
        assertThat(kiosk.agent.status().get(0).state()).isEqualTo("offline");
        assertThat(kiosk.agent.status().get(0).faults()).extracting("name").containsExactly("port-gone");
        kiosk.reader.set(DeviceState.ONLINE);
        kiosk.loop.run();
        assertThat(kiosk.screen()).isEqualTo(idleScreen());
    }

    @ParameterizedTest
    @EnumSource(names = {"STORE_FULL", "STORE_DAMAGED", "STORE_NEWER"})
    void aTerminalThatCanKeepNothingIsOutOfOrderAndGreetsNobody(ErrorCode code) {
        Kiosk kiosk = Kiosk.idle();
        kiosk.agent.grant(new DisplayGrant(Optional.empty(), Optional.of(code), List.of()));
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.OutOfService(DisplayedError.of(code)));
        kiosk.layCard();
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.OutOfService(DisplayedError.of(code)));
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.CANCELLED);
    }

    @Test
    void aTerminalThatCanKeepAgainServesAgain() {
        Kiosk kiosk = new Kiosk();
        kiosk.agent.grant(new DisplayGrant(Optional.empty(), Optional.of(ErrorCode.STORE_FULL), List.of()));
        kiosk.loop.run();
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.OutOfService(DisplayedError.of(ErrorCode.STORE_FULL)));
        kiosk.agent.grant(new DisplayGrant(true, List.of()));
        assertThat(kiosk.screen()).isEqualTo(idleScreen());
        kiosk.layCard();
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @Test
    void whoIsBeingServedIsToldThatNothingCanBePrinted() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.agent.grant(new DisplayGrant(Optional.empty(), Optional.of(ErrorCode.STORE_FULL), List.of()));
        assertThat(((VisitScreen.Menu) kiosk.screen()).services().get(0).notNow())
                .contains(DisplayedError.of(ErrorCode.STORE_FULL));
    }

    @Test
    void cancelsAndReportsWhatALostSessionLeftOpenBeforeItIsIdle() {
        Kiosk kiosk = new Kiosk();
        kiosk.printer.reconcileWith(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 2));
        kiosk.agent.grant(new DisplayGrant(true, List.of(LOST)));
        assertThat(kiosk.screen()).isEqualTo(Kiosk.RECONCILING);
        kiosk.loop.run();
        assertThat(kiosk.printer.reconciled()).containsExactly("copy-lost");
        assertThat(kiosk.printer.orders()).isEmpty();
        assertThat(reported(kiosk)).isEqualTo(PrintReport.Outcome.DELIVERED);
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        kiosk.layCard();
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        kiosk.pass(20);
        assertThat(kiosk.screen()).isEqualTo(idleScreen());
        kiosk.layCard();
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
    }

    @Test
    void aPrintWhosePrinterDoesNotAnswerStaysOpenAndNobodyIsOfferedToPrint() {
        Kiosk kiosk = new Kiosk();
        kiosk.printer.set(DeviceState.OFFLINE, PaperStatus.UNKNOWN);
        kiosk.printer.reconcileWith(
                new PrintOutcome.Uncertain(new DeviceFault("printer-gone", WhoActs.RESET, ""), true));
        kiosk.grant(LOST);
        kiosk.pass(20);
        assertThat(kiosk.agent.outcomes()).isEmpty();
        assertThat(kiosk.screen())
                .isEqualTo(new VisitScreen.Idle(
                        Kiosk.PAD,
                        Kiosk.tiles(Optional.of(DisplayedError.of(ErrorCode.PRINTER_GONE))),
                        Optional.empty()));
        kiosk.printer.reconcileWith(new PrintOutcome.Failed(new DeviceFault("job-canceled", WhoActs.RESET, "")));
        kiosk.printer.set(DeviceState.ONLINE, PaperStatus.FULL);
        kiosk.loop.run();
        assertThat(reported(kiosk)).isEqualTo(PrintReport.Outcome.FAILED);
        kiosk.pass(20);
        assertThat(kiosk.screen()).isEqualTo(idleScreen());
    }

    @Test
    void aPrintThatThePrinterDoesNotLetGoOfStaysOpenAndIsAskedAfterNowAndThen() {
        Kiosk kiosk = new Kiosk();
        kiosk.printer.reconcileWith(
                new PrintOutcome.Uncertain(new DeviceFault("cancel-unanswered", WhoActs.MAINTENANCE, ""), true));
        kiosk.grant(LOST);
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        kiosk.pass(20);
        Screen notNow = new VisitScreen.Idle(
                Kiosk.PAD, Kiosk.tiles(Optional.of(DisplayedError.of(ErrorCode.PRINTER_GONE))), Optional.empty());
        assertThat(kiosk.screen()).isEqualTo(notNow);
        assertThat(kiosk.printer.reconciled()).hasSize(1);
        kiosk.pass(110);
        assertThat(kiosk.printer.reconciled()).hasSize(2);
        assertThat(kiosk.screen()).isEqualTo(notNow);
        kiosk.printer.reconcileWith(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1));
        kiosk.pass(120);
        assertThat(reported(kiosk)).isEqualTo(PrintReport.Outcome.DELIVERED);
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Goodbye(PaperInTray.UNKNOWN));
        kiosk.pass(20);
        assertThat(kiosk.screen()).isEqualTo(idleScreen());
    }

    /** Before anybody lays a card, and on the greeting; the other way round once staff have released it. */
    @Test
    void aStoppedServiceIsToldBeforehandAndOfferedToNobody() {
        Kiosk kiosk = new Kiosk();
        kiosk.agent.grant(new DisplayGrant(
                Optional.empty(),
                Optional.empty(),
                Map.of(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG),
                List.of()));
        kiosk.pass(5);
        Optional<DisplayedError> why = Optional.of(DisplayedError.of(ErrorCode.CERTIFICATES_STOPPED));
        assertThat(kiosk.screen()).isEqualTo(new VisitScreen.Idle(Kiosk.PAD, Kiosk.tiles(why), Optional.empty()));
        kiosk.layCard();
        assertThat(((VisitScreen.Menu) kiosk.screen()).services().get(0).notNow())
                .isEqualTo(why);
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        assertThat(kiosk.screen()).isInstanceOf(VisitScreen.Menu.class);
        kiosk.grant();
        assertThat(((VisitScreen.Menu) kiosk.screen()).services().get(0).notNow())
                .isEmpty();
    }

    @Test
    void aPrintOfAnUnknownPrinterIsReportedUncertain() {
        Kiosk kiosk = new Kiosk();
        kiosk.grant(new Intent(LOST.key(), "copy-lost", new DeviceId("receipts"), 1));
        assertThat(reported(kiosk)).isEqualTo(PrintReport.Outcome.UNCERTAIN);
        assertThat(kiosk.printer.reconciled()).isEmpty();
    }

    @Test
    void anIdleSessionEndsWithItsAgent() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.agent.goAway();
        assertThat(kiosk.agent.ended()).contains(EndReason.FAULT);
    }

    @Test
    void aVisitOutlivesAnAgentThatComesBack() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.agent.goAway();
        kiosk.pass(5);
        kiosk.agent.comeBack();
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        assertThat(kiosk.screen()).isInstanceOf(CertificateScreen.Offers.class);
    }

    @Test
    void aVisitIsToldThatTheAgentIsGoneAndEnds() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.agent.goAway();
        kiosk.agent.beGone();
        assertThat(kiosk.screen()).isEqualTo(new CommonScreen.Failed(DisplayedError.of(ErrorCode.AGENT_GONE), false));
        kiosk.pass(28);
        assertThat(kiosk.agent.ended()).contains(EndReason.FAULT);
    }

    @Test
    void aFaultOfTheProgramIsToldTheCitizenAndEndsTheSession() {
        Kiosk kiosk = Kiosk.preview();
        kiosk.session.fault(new IllegalStateException(Kiosk.NAME));
        assertThat(kiosk.screen())
                .isEqualTo(new CommonScreen.Failed(DisplayedError.of(ErrorCode.TERMINAL_FAULT), false));
        kiosk.touch(new CitizenAction.Exit());
        kiosk.pass(8);
        assertThat(kiosk.agent.ended()).contains(EndReason.FAULT);
        assertThat(kiosk.agent.numbers(EventCode.PROGRAM_FAULT)).containsOnlyKeys("fingerprint");
    }

    @Test
    void anIdleSessionWithAFaultEndsAtOnce() {
        Kiosk kiosk = Kiosk.idle();
        kiosk.session.fault(new IllegalStateException(Kiosk.NAME));
        assertThat(kiosk.agent.ended()).contains(EndReason.FAULT);
    }

    @Test
    void nothingHappensAfterTheEnd() {
        Kiosk kiosk = Kiosk.greeting();
        kiosk.touch(new CitizenAction.Exit());
        kiosk.pass(8);
        int shown = kiosk.presenter.screens().size();
        kiosk.layCard();
        kiosk.reader.set(DeviceState.OFFLINE);
        kiosk.agent.grant(new DisplayGrant(true, List.of()));
        kiosk.pass(1000);
        assertThat(kiosk.presenter.screens()).hasSize(shown);
    }
}
