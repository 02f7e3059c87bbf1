package org.yici.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yici.base.ErrorCode;
import org.yici.base.WhoActs;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.https.ProblemCode;
import org.yici.device.ChipEvent;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.EvidenceClass;
import org.yici.device.PaperStatus;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.device.ReaderEvent;
import org.yici.device.fake.FakeDocumentPrinter;
import org.yici.kiosk.port.AgentClient.DisplayGrant;
import org.yici.kiosk.port.AgentClient.Intent;
import org.yici.kiosk.port.ServerResult;
import org.yici.kiosk.print.PrintScreen;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.VisitPreferences;
import org.yici.kiosk.visit.VisitAction;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateAction;
import org.yici.service.certificate.CertificateScreen;
import org.yici.service.certificate.CertificateService;
import org.yici.service.certificate.Documents.Checked;

/** One random life of a session, and what must be true of it at every moment and at its end. */
final class RandomHistory {
    private static final DeviceFault FAULT = new DeviceFault("media-jam", WhoActs.CLEAR, "");
    private static final DeviceFault STILL_OPEN = new DeviceFault("cancel-unanswered", WhoActs.MAINTENANCE, "");
    private static final DeviceFault UNPROVEN = new DeviceFault("no-evidence", WhoActs.CITIZEN, "");

    private final Random random;
    private final Kiosk kiosk;
    private final List<String> log = new ArrayList<>();
    private final Set<FakeDocumentPrinter.Open> answered = new HashSet<>();
    private boolean agentAway;
    private boolean agentGone;
    private boolean delivered;
    private int screensChecked;

    RandomHistory(long seed) {
        this.random = new Random(seed);
        this.kiosk = new Kiosk(seed, seed % 2 == 0 ? Kiosk.PAD_AND_SLOT : Kiosk.PAD);
    }

    /** Whether somebody came to "done"; so that a test knows that the good end is among the histories. */
    boolean delivered() {
        return delivered;
    }

    boolean ended() {
        return kiosk.agent.ended().isPresent();
    }

    List<String> log() {
        return log;
    }

    void live() {
        kiosk.agent.grant(
                new DisplayGrant(random.nextInt(10) > 0, random.nextInt(10) == 0 ? List.of(lost()) : List.of()));
        kiosk.loop.run();
        int steps = 20 + random.nextInt(60);
        for (int i = 0; i < steps && !ended(); i++) {
            step();
            check();
        }
        leave();
        check();
        checkEnd();
    }

    private Intent lost() {
        return new Intent(
                new UUID(0x0199F00000007000L, 0x8000000000000000L | random.nextInt(1000)),
                "copy-lost",
                new DeviceId("document-printer"),
                1);
    }

    private void step() {
        int what = random.nextInt(100);
        if (what < 45) {
            touchSensibly();
        } else if (what < 55) {
            touchAnything();
        } else if (what < 65) {
            if (random.nextInt(3) > 0) {
                card();
            } else {
                chipCard();
            }
        } else if (what < 75) {
            pass();
        } else if (what < 88) {
            print();
        } else if (what < 92) {
            devices();
        } else if (what < 96) {
            server();
        } else {
            agent();
        }
    }

    private void note(String what) {
        log.add(what);
    }

    /** What a citizen would touch who wants the paper. */
    private void touchSensibly() {
        Screen screen = kiosk.screen();
        CitizenAction touch = screen instanceof VisitScreen.Menu || screen instanceof VisitScreen.Idle
                ? new VisitAction.ChooseService(CertificateService.ID)
                : screen instanceof CertificateScreen.Offers
                        ? new CertificateAction.ChooseOffer(Kiosk.KIND)
                        : screen instanceof CertificateScreen.Consent
                                ? new CertificateAction.Agree()
                                : screen instanceof CertificateScreen.Preview
                                        ? new CertificateAction.Print()
                                        : screen instanceof PrintScreen.DeliveryQuestion
                                                ? new PrintScreen.DeliveryAnswer(random.nextInt(3) > 0)
                                                : new CitizenAction.Retry();
        kiosk.loop.advance(Duration.ofMillis(100 + random.nextInt(1000)));
        touch(touch);
    }

    private void touchAnything() {
        List<CitizenAction> all = List.of(
                new VisitAction.ChooseService(CertificateService.ID),
                new CertificateAction.ChooseOffer(Kiosk.KIND),
                new CertificateAction.ChooseOffer("unknown"),
                new CertificateAction.Agree(),
                new CertificateAction.Print(),
                new CitizenAction.Back(),
                new CitizenAction.Exit(),
                new PrintScreen.DeliveryAnswer(random.nextBoolean()),
                new CitizenAction.KeepOpen(),
                new CitizenAction.ChooseLanguage(Language.ENGLISH),
                new CitizenAction.ChooseLanguage(Language.CHINESE),
                new CitizenAction.Retry());
        kiosk.loop.advance(Duration.ofMillis(random.nextInt(700)));
        touch(all.get(random.nextInt(all.size())));
    }

    private void touch(CitizenAction touch) {
        note("touch " + touch);
        boolean asked = kiosk.screen() instanceof PrintScreen.DeliveryQuestion;
        delivered |= asked && touch instanceof PrintScreen.DeliveryAnswer said && said.all();
        Screen before = kiosk.screen();
        kiosk.presenter.act(touch);
        if (touch instanceof CitizenAction.ChooseLanguage) {
            assertThat(kiosk.screen()).as("another language, the same screen").isSameAs(before);
        }
        kiosk.loop.run();
    }

    private void card() {
        long opened = random.nextInt(4) == 0 ? random.nextInt(4) : 60;
        if (random.nextInt(5) == 0) {
            ReaderEvent.Reason reason = ReaderEvent.Reason.values()[random.nextInt(3)];
            note("card refused " + reason);
            kiosk.tell(new ReaderEvent.CardRefused(reason, "", Duration.ofSeconds(opened)));
        } else {
            boolean other = random.nextInt(4) == 0;
            Optional<LocalDate> end =
                    random.nextInt(10) == 0 ? Optional.of(LocalDate.of(2025, 1, 1)) : Optional.empty();
            note("card " + opened + " " + end);
            kiosk.tell(Kiosk.read(
                    other ? Kiosk.card("欧阳若兰", "000102199003070021", end) : Kiosk.card(Kiosk.NAME, Kiosk.NUMBER, end),
                    opened));
        }
    }

    private void chipCard() {
        Duration found = Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextInt(4) : 60);
        int what = random.nextInt(6);
        note("chip " + what + " " + found);
        switch (what) {
            case 0 -> kiosk.tell(new ChipEvent.CardRefused(ReaderEvent.Reason.values()[random.nextInt(3)], "", found));
            case 1 -> kiosk.tell(new ChipEvent.TravelDocumentFound(found));
            case 2 -> kiosk.tell(new ChipEvent.CardRemoved(found));
            case 3 -> kiosk.insert(Optional.empty(), LocalDate.of(2030, 1, 1), found.toSeconds());
            default ->
                kiosk.insert(
                        Kiosk.HOLDER, LocalDate.of(random.nextInt(10) == 0 ? 2025 : 2030, 1, 1), found.toSeconds());
        }
    }

    private void pass() {
        Duration step = Duration.ofMillis(random.nextInt(3) == 0 ? random.nextInt(100_000) : random.nextInt(5_000));
        note("pass " + step);
        kiosk.loop.advance(step);
    }

    private Optional<FakeDocumentPrinter.Open> openOrder() {
        return kiosk.printer.orders().stream()
                .filter(open -> !answered.contains(open))
                .findFirst();
    }

    private void print() {
        openOrder().ifPresent(open -> {
            int what = random.nextInt(12);
            if (what < 4) {
                List<PrintProgress> steps = List.of(
                        new PrintProgress.Sent(1), new PrintProgress.Printing(0), new PrintProgress.Waiting(FAULT));
                PrintProgress progress = steps.get(random.nextInt(3));
                note("progress " + progress);
                open.progress().accept(progress);
            } else {
                finish(open, what);
            }
            kiosk.loop.run();
        });
    }

    private void finish(FakeDocumentPrinter.Open open, int what) {
        int sheets = open.order().sheets();
        PrintOutcome outcome =
                switch (what) {
                    case 4 -> new PrintOutcome.Failed(FAULT);
                    case 5 -> new PrintOutcome.Uncertain(FAULT, false);
                    case 6 -> new PrintOutcome.Partial(1, sheets, FAULT);
                    case 7 -> new PrintOutcome.Delivered(EvidenceClass.JOB_STATE, sheets);
                    case 8 -> new PrintOutcome.Uncertain(UNPROVEN, false);
                    case 9 -> new PrintOutcome.Uncertain(STILL_OPEN, true);
                    default -> new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, sheets);
                };
        note("outcome " + outcome);
        delivered |= outcome instanceof PrintOutcome.Delivered proven && proven.evidence() == EvidenceClass.IMPRESSIONS;
        answered.add(open);
        open.outcome().complete(outcome);
    }

    private void devices() {
        DeviceState state = List.of(
                        DeviceState.ONLINE, DeviceState.ONLINE, DeviceState.OFFLINE, DeviceState.HARDWARE_ERROR)
                .get(random.nextInt(4));
        if (random.nextInt(4) == 0) {
            note("chip reader " + state);
            kiosk.chipReader.set(state);
        } else if (random.nextBoolean()) {
            note("reader " + state);
            kiosk.reader.set(state);
        } else {
            PaperStatus paper = random.nextInt(3) == 0 ? PaperStatus.OUT : PaperStatus.FULL;
            note("printer " + state + " " + paper);
            kiosk.printer.set(state, paper);
        }
        kiosk.loop.run();
    }

    private void server() {
        int what = random.nextInt(8);
        note("centre " + what);
        switch (what) {
            case 0 -> kiosk.server.answerOffers(new ServerResult.Unreachable<>());
            case 1 -> kiosk.server.answerIssue(new ServerResult.Unreachable<>());
            case 2 -> kiosk.server.answerIssue(new ServerResult.ServerError<>());
            case 3 ->
                kiosk.server.answerIssue(
                        new ServerResult.Refused<>(ProblemCode.values()[random.nextInt(ProblemCode.values().length)]));
            case 4 -> kiosk.server.hold();
            case 5 -> kiosk.documents.find(new Checked.Changed());
            case 6 ->
                // A server that gives the same copy under another key.
                kiosk.server.issued().values().stream()
                        .findFirst()
                        .ifPresent(copy -> kiosk.server.answerIssue(new ServerResult.Success<>(copy)));
            default -> kiosk.server.release();
        }
        kiosk.loop.run();
    }

    private void agent() {
        int what = random.nextInt(6);
        note("agent " + what);
        if (what == 0 && !agentAway) {
            agentAway = true;
            kiosk.agent.goAway();
        } else if (what == 1 && agentAway && !agentGone) {
            agentAway = false;
            kiosk.agent.comeBack();
        } else if (what == 2 && agentAway && !agentGone) {
            agentGone = true;
            kiosk.agent.beGone();
        } else if (what == 3 && !agentAway) {
            kiosk.agent.refuse(ErrorCode.STORE_FULL);
        } else if (what == 4) {
            kiosk.agent.grant(new DisplayGrant(random.nextInt(4) > 0, List.of()));
        } else if (what == 5 && random.nextInt(5) == 0) {
            kiosk.session.fault(new IllegalStateException("made up"));
        }
        kiosk.loop.run();
    }

    /** The citizen walks away; printer and server come to an end as they must. */
    private void leave() {
        note("leaves");
        boolean served = kiosk.agent.events().contains(EventCode.CARD_READ);
        if (agentAway && !agentGone) {
            kiosk.loop.advance(Duration.ofSeconds(10));
            agentGone = true;
            kiosk.agent.beGone();
        }
        kiosk.loop.advance(Duration.ofSeconds(30));
        for (Optional<FakeDocumentPrinter.Open> open = openOrder(); open.isPresent(); open = openOrder()) {
            finish(open.get(), 4 + random.nextInt(8));
            kiosk.loop.run();
        }
        kiosk.loop.advance(Duration.ofSeconds(200));
        if (served) {
            assertThat(kiosk.agent.ended()).as("an end after the citizen left").isPresent();
        }
        if (!ended()) {
            assertThat(kiosk.presenter.preferences())
                    .as("preferences after the citizen left")
                    .isEqualTo(VisitPreferences.DEFAULT);
        }
    }

    private void check() {
        List<Screen> screens = kiosk.presenter.screens();
        for (Screen screen : screens.subList(screensChecked, screens.size())) {
            assertThat(screen.toString()).doesNotContain(Kiosk.NAME, Kiosk.NUMBER, "欧阳若兰", "000102199003070021");
            if (screen instanceof PrintScreen.Done) {
                assertThat(delivered)
                        .as("done only if delivered, by the printer's word or the citizen's")
                        .isTrue();
            }
        }
        screensChecked = screens.size();
        List<String> jobs = kiosk.printer.orders().stream()
                .map(open -> open.order().jobName())
                .toList();
        assertThat(jobs).as("one order a copy").doesNotHaveDuplicates();
        Set<String> kept =
                kiosk.agent.intents().values().stream().map(Intent::jobName).collect(Collectors.toSet());
        assertThat(kept).as("an intent before each order").containsAll(jobs);
    }

    private void checkEnd() {
        if (agentGone) {
            return;
        }
        for (Intent intent : kiosk.agent.intents().values()) {
            PrintReport report = kiosk.agent.outcomes().get(intent.key());
            boolean stillOpen = kiosk.agent.entries().values().stream()
                    .anyMatch(entry ->
                            entry instanceof PrintReport told && told.copyId().equals(intent.jobName()));
            assertThat(report != null && stillOpen).as("open or closed").isFalse();
            boolean refused = report == null && !stillOpen;
            assertThat(refused && !log.contains("agent 3"))
                    .as("an outcome for each intent unless the store is full")
                    .isFalse();
        }
        for (PrintReport report : kiosk.agent.outcomes().values()) {
            if (report.outcome() == PrintReport.Outcome.DELIVERED
                    && !report.copyId().equals("copy-lost")) {
                assertThat(answered)
                        .as("delivered only what was ordered")
                        .anyMatch(open -> open.order().jobName().equals(report.copyId()));
            }
        }
    }
}
