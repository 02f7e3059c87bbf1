package org.yici.journey.certificate;

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
import org.yici.journey.front.Front;
import org.yici.journey.front.Patience;
import org.yici.journey.port.Answer;
import org.yici.journey.port.CardHolder;
import org.yici.journey.port.Centre;
import org.yici.journey.port.Documents;
import org.yici.journey.port.Documents.Checked;
import org.yici.journey.port.EndReason;
import org.yici.journey.port.Keeper;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.journey.stage.Trouble;
import org.yici.journey.visit.ErrorNumber;
import org.yici.journey.visit.Exit;
import org.yici.journey.visit.PrinterTrouble;
import org.yici.journey.visit.Visitor;

/** From the offers over consent to the preview of one copy; the print itself is {@link LedgeredPrint}'s. */
final class CertificateJourney {
    /** The centre answers or is given up within 18 s. */
    private static final Duration CENTRE = Duration.ofSeconds(20);
    /** Some 0.1 s when warm, 2 s on a slow machine. */
    private static final Duration CHECKING = Duration.ofSeconds(15);

    private static final int MOST_OFFERS = 7;

    private final Front front;
    private final Centre centre;
    private final Documents documents;
    private final Keeper keeper;
    private final Supplier<UUID> keys;
    private final Map<String, UUID> unprinted;
    private final Visitor visitor;
    private final DocumentPrinter printer;
    private final LedgeredPrint prints;
    private final TroubleScene troubles;
    private final Exit exit;

    /** @param unprinted keys of copies that were issued to this visitor and not ordered, by kind */
    CertificateJourney(
            Front front,
            Centre centre,
            Documents documents,
            Keeper keeper,
            Supplier<UUID> keys,
            Map<String, UUID> unprinted,
            Visitor visitor,
            DocumentPrinter printer,
            LedgeredPrint prints,
            TroubleScene troubles,
            Exit exit) {
        this.front = front;
        this.centre = centre;
        this.documents = documents;
        this.keeper = keeper;
        this.keys = keys;
        this.unprinted = unprinted;
        this.visitor = visitor;
        this.printer = printer;
        this.prints = prints;
        this.troubles = troubles;
        this.exit = exit;
    }

    void begin() {
        work(Screen.Work.ASKING_OFFERS);
        front.await(
                centre.offers(new OffersRequest(visitor.citizen().reveal(), visitor.evidence())),
                CENTRE,
                new Answer.Unreachable<>(),
                answer -> {
                    if (answer instanceof Answer.Given<Offers> given) {
                        keeper.event(EventCode.OFFERS_SHOWN, Level.INFO, Map.of("offers", (long)
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
        show(new Screen.Offers(visitor.maskedName(), lines), exit::home, touch -> {
            if (touch instanceof Touch.ChooseOffer chosen) {
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
            if (touch instanceof Touch.Agree) {
                keeper.event(EventCode.CONSENT_GIVEN, Level.INFO, Map.of());
                order(offers, offer);
            }
        });
    }

    /** A copy, if it can be printed at all: the one that was looked at before and not printed, or else a fresh one. */
    private void order(Offers offers, Offers.Offer offer) {
        Optional<Trouble> trouble = PrinterTrouble.of(printer.status());
        if (visitor.holder().isEmpty()) {
            // Whose the document is could not be checked.
            troubles.show(Trouble.of(ErrorCode.CARD_NOT_ENOUGH), Optional.empty());
        } else if (trouble.isPresent()) {
            troubles.show(trouble.get(), Optional.of(() -> order(offers, offer)));
        } else {
            issue(unprinted.computeIfAbsent(offer.kind(), kind -> keys.get()), offers, offer);
        }
    }

    /** The same key again asks for the same copy. */
    private void issue(UUID key, Offers offers, Offers.Offer offer) {
        work(Screen.Work.ISSUING);
        CopyRequest request =
                new CopyRequest(visitor.citizen().reveal(), visitor.evidence(), offer.kind(), ConsentText.VERSION);
        front.await(centre.issue(key, request), CENTRE, new Answer.Unreachable<>(), answer -> {
            if (answer instanceof Answer.Given<IssuedCopy> given) {
                keeper.event(EventCode.COPY_ISSUED, Level.INFO, Map.of("copy", (long)
                        given.value().copyNumber()));
                check(given.value(), offers, offer);
            } else {
                if (answer instanceof Answer.Refused<IssuedCopy>) {
                    unprinted.remove(offer.kind());
                }
                refused(answer, () -> issue(key, offers, offer));
            }
        });
    }

    private void check(IssuedCopy copy, Offers offers, Offers.Offer offer) {
        work(Screen.Work.CHECKING_SEAL);
        CardHolder holder = visitor.holder().orElseThrow();
        front.await(documents.check(copy, holder), CHECKING, new Checked.Changed(), checked -> {
            if (checked instanceof Checked.Good good) {
                keeper.event(EventCode.SEAL_GOOD, Level.INFO, Map.of());
                preview(copy, good, offers, offer);
            } else if (checked instanceof Checked.OtherHolder) {
                unprinted.remove(offer.kind());
                keeper.stop(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG);
                troubles.showLast(trouble(ErrorCode.DOCUMENT_HOLDER_WRONG, copy));
            } else if (checked instanceof Checked.SealBad bad) {
                unprinted.remove(offer.kind());
                keeper.event(EventCode.SEAL_REFUSED, Level.ERROR, ErrorNumber.of(bad.code()));
                troubles.show(trouble(bad.code(), copy), Optional.empty());
            } else {
                unprinted.remove(offer.kind());
                keeper.event(EventCode.SEAL_REFUSED, Level.WARNING, Map.of("changed", 1L));
                troubles.show(trouble(ErrorCode.DOCUMENT_CHANGED, copy), Optional.of(() -> order(offers, offer)));
            }
        });
    }

    private void preview(IssuedCopy copy, Checked.Good good, Offers offers, Offers.Offer offer) {
        Screen.Preview preview = new Screen.Preview(copy.title(), good.firstPage(), copy.sheets(), good.sealedBy());
        show(preview, () -> offer(offers), touch -> {
            if (touch instanceof Touch.Print) {
                print(copy, good, offers, offer);
            }
        });
    }

    private void print(IssuedCopy copy, Checked.Good good, Offers offers, Offers.Offer offer) {
        Optional<Trouble> trouble = PrinterTrouble.of(printer.status());
        if (trouble.isPresent()) {
            troubles.show(trouble.get(), Optional.of(() -> preview(copy, good, offers, offer)));
        } else {
            unprinted.remove(offer.kind());
            prints.print(copy, () -> order(offers, offer));
        }
    }

    private void refused(Answer<?> answer, Runnable again) {
        ErrorCode code = CentreTrouble.code(answer);
        troubles.show(Trouble.of(code), CentreTrouble.mayPass(code) ? Optional.of(again) : Optional.empty());
    }

    private void work(Screen.Work work) {
        front.show(new Screen.Working(work), Patience.WITHOUT_END, touch -> {
            if (touch instanceof Touch.End) {
                exit.leave(EndReason.LEFT, 0);
            }
        });
    }

    private void show(Screen screen, Runnable back, Consumer<Touch> others) {
        front.show(screen, Patience.ofCitizen(() -> exit.leave(EndReason.TIMED_OUT, 0)), touch -> {
            if (touch instanceof Touch.Back) {
                back.run();
            } else if (touch instanceof Touch.End) {
                exit.leave(EndReason.LEFT, 0);
            } else {
                others.accept(touch);
            }
        });
    }

    private static Trouble trouble(ErrorCode code, IssuedCopy copy) {
        return new Trouble(code, PrintEnd.reference(copy));
    }
}
