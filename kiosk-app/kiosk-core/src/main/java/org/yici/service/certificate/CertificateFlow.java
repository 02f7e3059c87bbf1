package org.yici.service.certificate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.yici.base.ErrorCode;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers;
import org.yici.contract.https.OffersRequest;
import org.yici.device.DocumentPrinter;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorCodeEncoder;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.error.PrinterErrorMapper;
import org.yici.kiosk.error.ServerErrorMapper;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.Documents;
import org.yici.kiosk.port.Documents.Checked;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.ServerApi;
import org.yici.kiosk.port.ServerResult;
import org.yici.kiosk.print.PrintResultPresenter;
import org.yici.kiosk.print.PrintTransaction;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.CardHolder;
import org.yici.kiosk.visit.VisitNavigation;
import org.yici.kiosk.visit.Visitor;

/** From the offers over consent to the preview of one copy; the print itself is {@link PrintTransaction}'s. */
final class CertificateFlow {
    /** The server answers or is given up within 18 s. */
    private static final Duration CENTRE = Duration.ofSeconds(20);
    /** Some 0.1 s when warm, 2 s on a slow machine. */
    private static final Duration CHECKING = Duration.ofSeconds(15);

    private static final int MOST_OFFERS = 7;

    private final ScreenFlow flow;
    private final ServerApi server;
    private final Documents documents;
    private final AgentClient agent;
    private final Supplier<UUID> keys;
    private final Map<String, UUID> unprinted;
    private final Visitor visitor;
    private final DocumentPrinter printer;
    private final PrintTransaction prints;
    private final ErrorPresenter errors;
    private final VisitNavigation navigation;

    /** @param unprinted keys of copies that were issued to this visitor and not ordered, by kind */
    CertificateFlow(
            ScreenFlow flow,
            ServerApi server,
            Documents documents,
            AgentClient agent,
            Supplier<UUID> keys,
            Map<String, UUID> unprinted,
            Visitor visitor,
            DocumentPrinter printer,
            PrintTransaction prints,
            ErrorPresenter errors,
            VisitNavigation navigation) {
        this.flow = flow;
        this.server = server;
        this.documents = documents;
        this.agent = agent;
        this.keys = keys;
        this.unprinted = unprinted;
        this.visitor = visitor;
        this.printer = printer;
        this.prints = prints;
        this.errors = errors;
        this.navigation = navigation;
    }

    void begin() {
        work(Screen.Work.ASKING_OFFERS);
        flow.await(
                server.offers(new OffersRequest(visitor.citizen().reveal(), visitor.evidence())),
                CENTRE,
                new ServerResult.Unreachable<>(),
                answer -> {
                    if (answer instanceof ServerResult.Success<Offers> given) {
                        agent.event(EventCode.OFFERS_SHOWN, Level.INFO, Map.of("offers", (long)
                                given.value().offers().size()));
                        offer(given.value());
                    } else {
                        refused(answer, this::begin);
                    }
                });
    }

    private void offer(Offers offers) {
        List<Offers.Offer> inSight = offers.offers().stream().limit(MOST_OFFERS).toList();
        List<Screen.OfferLine> lines = inSight.stream()
                .map(offer -> new Screen.OfferLine(
                        offer.kind(), offer.title(), offer.issuer(), offer.available(), offer.sentence()))
                .toList();
        show(new Screen.Offers(visitor.maskedName(), lines), navigation::home, touch -> {
            if (touch instanceof CitizenAction.ChooseOffer chosen) {
                inSight.stream()
                        .filter(offer -> offer.available() && offer.kind().equals(chosen.kind()))
                        .findFirst()
                        .ifPresent(offer -> askConsent(offers, offer));
            }
        });
    }

    private void askConsent(Offers offers, Offers.Offer offer) {
        Screen.Consent consent = new Screen.Consent(offer.title(), ConsentText.sentences(offer));
        show(consent, () -> offer(offers), touch -> {
            if (touch instanceof CitizenAction.Agree) {
                agent.event(EventCode.CONSENT_GIVEN, Level.INFO, Map.of());
                order(offers, offer);
            }
        });
    }

    /** A copy, if it can be printed at all: the one that was looked at before and not printed, or else a fresh one. */
    private void order(Offers offers, Offers.Offer offer) {
        Optional<DisplayedError> error = PrinterErrorMapper.of(printer.status());
        if (visitor.holder().isEmpty()) {
            // Whose the document is could not be checked.
            errors.show(DisplayedError.of(ErrorCode.CARD_NOT_ENOUGH), Optional.empty());
        } else if (error.isPresent()) {
            errors.show(error.get(), Optional.of(() -> order(offers, offer)));
        } else {
            issue(unprinted.computeIfAbsent(offer.kind(), kind -> keys.get()), offers, offer);
        }
    }

    /** The same key again asks for the same copy. */
    private void issue(UUID key, Offers offers, Offers.Offer offer) {
        work(Screen.Work.ISSUING);
        CopyRequest request =
                new CopyRequest(visitor.citizen().reveal(), visitor.evidence(), offer.kind(), ConsentText.VERSION);
        flow.await(server.issue(key, request), CENTRE, new ServerResult.Unreachable<>(), answer -> {
            if (answer instanceof ServerResult.Success<IssuedCopy> given) {
                agent.event(EventCode.COPY_ISSUED, Level.INFO, Map.of("copy", (long)
                        given.value().copyNumber()));
                check(given.value(), offers, offer);
            } else {
                if (answer instanceof ServerResult.Refused<IssuedCopy>) {
                    unprinted.remove(offer.kind());
                }
                refused(answer, () -> issue(key, offers, offer));
            }
        });
    }

    private void check(IssuedCopy copy, Offers offers, Offers.Offer offer) {
        work(Screen.Work.CHECKING_SEAL);
        CardHolder holder = visitor.holder().orElseThrow();
        flow.await(documents.check(copy, holder), CHECKING, new Checked.Changed(), checked -> {
            if (checked instanceof Checked.Good good) {
                agent.event(EventCode.SEAL_GOOD, Level.INFO, Map.of());
                preview(copy, good, offers, offer);
            } else if (checked instanceof Checked.OtherHolder) {
                unprinted.remove(offer.kind());
                agent.stop(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG);
                errors.showLast(error(ErrorCode.DOCUMENT_HOLDER_WRONG, copy));
            } else if (checked instanceof Checked.SealBad bad) {
                unprinted.remove(offer.kind());
                agent.event(EventCode.SEAL_REFUSED, Level.ERROR, ErrorCodeEncoder.of(bad.code()));
                errors.show(error(bad.code(), copy), Optional.empty());
            } else {
                unprinted.remove(offer.kind());
                agent.event(EventCode.SEAL_REFUSED, Level.WARNING, Map.of("changed", 1L));
                errors.show(error(ErrorCode.DOCUMENT_CHANGED, copy), Optional.of(() -> order(offers, offer)));
            }
        });
    }

    private void preview(IssuedCopy copy, Checked.Good good, Offers offers, Offers.Offer offer) {
        Screen.Preview preview = new Screen.Preview(copy.title(), good.firstPage(), copy.sheets(), good.sealedBy());
        show(preview, () -> offer(offers), touch -> {
            if (touch instanceof CitizenAction.Print) {
                print(copy, good, offers, offer);
            }
        });
    }

    private void print(IssuedCopy copy, Checked.Good good, Offers offers, Offers.Offer offer) {
        Optional<DisplayedError> error = PrinterErrorMapper.of(printer.status());
        if (error.isPresent()) {
            errors.show(error.get(), Optional.of(() -> preview(copy, good, offers, offer)));
        } else {
            unprinted.remove(offer.kind());
            prints.print(copy, () -> order(offers, offer));
        }
    }

    private void refused(ServerResult<?> answer, Runnable again) {
        ErrorCode code = ServerErrorMapper.code(answer);
        errors.show(DisplayedError.of(code), ServerErrorMapper.mayPass(code) ? Optional.of(again) : Optional.empty());
    }

    private void work(Screen.Work work) {
        flow.show(new Screen.Working(work), ScreenTimeout.WITHOUT_END, touch -> {
            if (touch instanceof CitizenAction.End) {
                navigation.leave(EndReason.LEFT, 0);
            }
        });
    }

    private void show(Screen screen, Runnable back, Consumer<CitizenAction> others) {
        flow.show(screen, ScreenTimeout.ofCitizen(() -> navigation.leave(EndReason.TIMED_OUT, 0)), touch -> {
            if (touch instanceof CitizenAction.Back) {
                back.run();
            } else if (touch instanceof CitizenAction.End) {
                navigation.leave(EndReason.LEFT, 0);
            } else {
                others.accept(touch);
            }
        });
    }

    private static DisplayedError error(ErrorCode code, IssuedCopy copy) {
        return new DisplayedError(code, PrintResultPresenter.reference(copy));
    }
}
