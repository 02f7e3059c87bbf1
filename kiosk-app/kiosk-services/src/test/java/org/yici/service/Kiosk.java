package org.yici.service;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.yici.base.Personal;
import org.yici.base.Uuid7;
import org.yici.device.ChipEvent;
import org.yici.device.Device;
import org.yici.device.IdentityCard;
import org.yici.device.PrintOutcome;
import org.yici.device.ReaderEvent;
import org.yici.device.SocialSecurityCard;
import org.yici.device.fake.FakeChipCardReader;
import org.yici.device.fake.FakeDocumentPrinter;
import org.yici.device.fake.FakeIdentityReader;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.fake.FakeAgentClient;
import org.yici.kiosk.fake.FakeScreenPresenter;
import org.yici.kiosk.fake.VirtualUiExecutor;
import org.yici.kiosk.port.AgentClient.DisplayGrant;
import org.yici.kiosk.port.AgentClient.Intent;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.port.WindowControl;
import org.yici.kiosk.service.ServiceTile;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.Message;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenTraits;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.VisitAction;
import org.yici.kiosk.visit.VisitController;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateAction;
import org.yici.service.certificate.CertificateService;
import org.yici.service.fake.CertificateTerminal;
import org.yici.service.fake.FakeCertificateApi;
import org.yici.service.fake.FakeDocuments;

/** A session among fakes, and the things that happen to it. */
final class Kiosk {
    static final Instant START = Instant.parse("2026-11-01T02:00:00Z");
    static final String NAME = "林知夏";
    static final String NUMBER = "000101198802290029";
    static final Set<Card> PAD = Set.of(Card.IDENTITY_CARD);
    static final Set<Card> PAD_AND_SLOT = Set.of(Card.values());
    static final Optional<SocialSecurityCard.Holder> HOLDER = Optional.of(
            new SocialSecurityCard.Holder(NUMBER, NAME, Optional.of(2), Optional.of(LocalDate.of(1988, 2, 29))));
    static final String KIND = "social-insurance-record";

    static final Screen SENDING = new CommonScreen.Working(
            CommonScreen.Activity.PRINTING,
            Message.of("print.sending"),
            ScreenTraits.PLAIN.withExit().withPersonal().surviving());
    static final Screen RECONCILING = new CommonScreen.Working(
            CommonScreen.Activity.WAITING, Message.of("visit.reconciling"), ScreenTraits.PLAIN);

    final VirtualUiExecutor loop = new VirtualUiExecutor(START);
    final FakeScreenPresenter presenter = new FakeScreenPresenter();
    public final FakeAgentClient agent = new FakeAgentClient();
    final FakeCertificateApi server = new FakeCertificateApi();
    final FakeDocuments documents = new FakeDocuments();
    final FakeIdentityReader reader = new FakeIdentityReader(loop);
    final FakeChipCardReader chipReader = new FakeChipCardReader(loop);
    final FakeDocumentPrinter printer = new FakeDocumentPrinter(loop);
    final List<String> window = new ArrayList<>();
    final VisitController session;
    CompletableFuture<Devices> opening;

    Kiosk() {
        this(1);
    }

    Kiosk(long seed) {
        this(seed, PAD);
    }

    Kiosk(long seed, Set<Card> cards) {
        List<Device> devices = new ArrayList<>(List.of(reader));
        if (!cards.equals(PAD)) {
            devices.add(chipReader);
        }
        devices.add(printer);
        opening = CompletableFuture.completedFuture(new Devices(devices));
        Uuid7 ids = new Uuid7(loop.time(), new Random(seed));
        session = new CertificateTerminal(
                        loop, presenter, new WatchedWindow(), agent, server, documents, "session-1", ids::next)
                .start(cards, () -> opening);
    }

    /** Writes down what was there when it moved. */
    private final class WatchedWindow implements WindowControl {
        @Override
        public void raise() {
            window.add("raised " + (presenter.isEmpty() ? "without words" : "late"));
        }

        @Override
        public void reveal() {
            window.add("revealed " + (presenter.isEmpty() ? "without words" : "with words") + ", told "
                    + agent.shownCount());
        }
    }

    public static Kiosk idle() {
        Kiosk kiosk = new Kiosk();
        kiosk.grant();
        kiosk.pass(5);
        return kiosk;
    }

    /** With a chip-card reader beside the pad. */
    static Kiosk withSlot() {
        Kiosk kiosk = new Kiosk(1, PAD_AND_SLOT);
        kiosk.grant();
        kiosk.pass(5);
        return kiosk;
    }

    static Kiosk greeting() {
        Kiosk kiosk = idle();
        kiosk.layCard();
        return kiosk;
    }

    static Kiosk offers() {
        Kiosk kiosk = greeting();
        kiosk.touch(new VisitAction.ChooseService(CertificateService.ID));
        return kiosk;
    }

    static Kiosk consent() {
        Kiosk kiosk = offers();
        kiosk.touch(new CertificateAction.ChooseOffer(KIND));
        return kiosk;
    }

    static Kiosk preview() {
        Kiosk kiosk = consent();
        kiosk.touch(new CertificateAction.Agree());
        return kiosk;
    }

    static Kiosk printing() {
        Kiosk kiosk = preview();
        kiosk.touch(new CertificateAction.Print());
        return kiosk;
    }

    /** The menu's tiles; {@code notNow} says why no certificate can be printed. */
    static List<ServiceTile> tiles(Optional<DisplayedError> notNow) {
        return List.of(new ServiceTile(CertificateService.ID, notNow));
    }

    /** The menu that greets somebody. */
    static VisitScreen.Menu menu(String name, String number, Card card, Optional<DisplayedError> notNow) {
        return new VisitScreen.Menu(Optional.of(new VisitScreen.Greeted(name, number, card)), tiles(notNow));
    }

    void grant(Intent... open) {
        agent.grant(new DisplayGrant(true, List.of(open)));
        loop.run();
    }

    void pass(long seconds) {
        loop.advance(Duration.ofSeconds(seconds));
    }

    /** After the time in which actions do not count. */
    void touch(CitizenAction touch) {
        loop.advance(Duration.ofMillis(301));
        presenter.act(touch);
        loop.run();
    }

    void layCard() {
        tell(read(card(NAME, NUMBER, Optional.of(LocalDate.of(2039, 11, 5))), 60));
    }

    void tell(ReaderEvent event) {
        reader.tell(event);
        loop.run();
    }

    void insert(Optional<SocialSecurityCard.Holder> holder, LocalDate expires, long secondsSinceFound) {
        insert(holder, LocalDate.of(2020, 1, 1), expires, secondsSinceFound);
    }

    void insert(
            Optional<SocialSecurityCard.Holder> holder, LocalDate issued, LocalDate expires, long secondsSinceFound) {
        SocialSecurityCard card = new SocialSecurityCard(
                "900000D15600000500000000001FFFFF",
                1,
                "2.00",
                "900000000000000000000001",
                issued,
                expires,
                "A00000001",
                holder);
        tell(new ChipEvent.CardRead(Personal.of(card), Duration.ofSeconds(secondsSinceFound)));
    }

    void insertCard() {
        insert(HOLDER, LocalDate.of(2030, 1, 1), 60);
    }

    void tell(ChipEvent event) {
        chipReader.tell(event);
        loop.run();
    }

    static ReaderEvent.CardRead read(IdentityCard card, long secondsSinceOpened) {
        return new ReaderEvent.CardRead(
                Personal.of(card), "05.03-20260101-000000001-000000002", Duration.ofSeconds(secondsSinceOpened));
    }

    public static IdentityCard card(String name, String number, Optional<LocalDate> validTo) {
        return new IdentityCard.Citizen(
                name,
                2,
                15,
                LocalDate.of(1988, 2, 29),
                "示范省示范县一次镇桂花街12号",
                number,
                "示范县公安局",
                LocalDate.of(2019, 11, 5),
                validTo);
    }

    FakeDocumentPrinter.Open order() {
        List<FakeDocumentPrinter.Open> orders = printer.orders();
        return orders.get(orders.size() - 1);
    }

    void finishPrint(PrintOutcome outcome) {
        CompletableFuture<PrintOutcome> open = order().outcome();
        open.complete(outcome);
        loop.run();
    }

    Screen screen() {
        return presenter.screen();
    }
}
