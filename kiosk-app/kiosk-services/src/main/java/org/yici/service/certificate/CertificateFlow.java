package org.yici.service.certificate;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yici.base.ErrorCode;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers;
import org.yici.contract.https.OffersRequest;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorCodeEncoder;
import org.yici.kiosk.error.ErrorPresenter;
import org.yici.kiosk.error.PrinterErrorMapper;
import org.yici.kiosk.error.ServerErrorMapper;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenStep;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.ServerResult;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.print.PrintJob;
import org.yici.kiosk.print.PrintService;
import org.yici.kiosk.service.ServiceContext;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.CommonScreen.Activity;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.ui.LocalText;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.CardHolder;
import org.yici.kiosk.visit.PaperInTray;
import org.yici.kiosk.visit.VisitNavigation;
import org.yici.kiosk.visit.Visitor;
import org.yici.service.certificate.Documents.Checked;

/** From the offers over consent to the preview of one copy; the print itself is {@link PrintService}'s. */
final class CertificateFlow {
    /** The server answers or is given up within 18 s. */
    private static final Duration ANSWERING = Duration.ofSeconds(20);
    /** Some 0.1 s when warm, 2 s on a slow machine. */
    private static final Duration CHECKING = Duration.ofSeconds(15);

    private static final int MOST_OFFERS = 7;

    private final UiExecutor executor;
    private final ScreenFlow flow;
    private final AgentClient agent;
    private final CertificateApi api;
    private final Documents documents;
    private final PrintService prints;
    private final ErrorPresenter errors;
    private final Supplier<UUID> keys;
    private final Map<String, UnprintedCopy> unprinted;
    private final ServiceContext context;
    private final Visitor visitor;
    private final VisitNavigation navigation;
    /** The wording that was agreed to last. */
    private String agreedTo = "";

    /** @param unprinted copies that were issued to this visitor and not ordered, by kind */
    CertificateFlow(
            CertificateDependencies dependencies, Map<String, UnprintedCopy> unprinted, ServiceContext context) {
        this.executor = dependencies.executor();
        this.flow = dependencies.flow();
        this.agent = dependencies.agent();
        this.api = dependencies.api();
        this.documents = dependencies.documents();
        this.prints = dependencies.prints();
        this.errors = dependencies.errors();
        this.keys = dependencies.keys();
        this.unprinted = unprinted;
        this.context = context;
        this.visitor = context.knownVisitor();
        this.navigation = context.navigation();
    }

    void begin() {
        work(Activity.SEARCHING, "certificates.working.offers")
                .await(
                        api.offers(new OffersRequest(visitor.citizen().reveal(), visitor.evidence())),
                        ANSWERING,
                        new ServerResult.Unreachable<>(),
                        answer -> {
                            if (answer instanceof ServerResult.Success<Offers> success) {
                                agent.event(EventCode.OFFERS_SHOWN, Level.INFO, Map.of("offers", (long)
                                        success.value().offers().size()));
                                offer(success.value());
                            } else {
                                refused(answer, this::begin);
                            }
                        });
    }

    private void offer(Offers offers) {
        List<Offers.Offer> inSight = offers.offers().stream().limit(MOST_OFFERS).toList();
        List<CertificateScreen.Offer> lines = inSight.stream()
                .map(offer -> new CertificateScreen.Offer(
                        offer.kind(), title(offer), issuer(offer), offer.available(), sentence(offer)))
                .toList();
        show(new CertificateScreen.Offers(visitor.maskedName(), lines), navigation::home, action -> {
            if (action instanceof CertificateAction.ChooseOffer chosen) {
                inSight.stream()
                        .filter(offer -> offer.available() && offer.kind().equals(chosen.kind()))
                        .findFirst()
                        .ifPresent(offer -> askConsent(offers, offer));
            }
        });
    }

    private void askConsent(Offers offers, Offers.Offer offer) {
        Screen consent =
                new CertificateScreen.Consent(title(offer), ConsentText.sentences(title(offer), issuer(offer)));
        show(consent, () -> offer(offers), action -> {
            if (action instanceof CertificateAction.Agree) {
                agent.event(EventCode.CONSENT_GIVEN, Level.INFO, Map.of());
                agreedTo = ConsentText.version(flow.preferences().language());
                order(offers, offer);
            }
        });
    }

    /** A copy, if it can be printed at all: the one that was looked at before and not printed, or else a fresh one. */
    private void order(Offers offers, Offers.Offer offer) {
        Optional<DisplayedError> error = printerError();
        if (visitor.holder().isEmpty()) {
            // Whose the document is could not be checked.
            errors.show(DisplayedError.of(ErrorCode.CARD_NOT_ENOUGH), Optional.empty(), navigation);
        } else if (error.isPresent()) {
            errors.show(error.get(), Optional.of(() -> order(offers, offer)), navigation);
        } else {
            UnprintedCopy copy =
                    unprinted.computeIfAbsent(offer.kind(), kind -> new UnprintedCopy(keys.get(), agreedTo));
            issue(copy, offers, offer);
        }
    }

    /** The same key again asks for the same copy. */
    private void issue(UnprintedCopy copy, Offers offers, Offers.Offer offer) {
        CopyRequest request =
                new CopyRequest(visitor.citizen().reveal(), visitor.evidence(), offer.kind(), copy.consent());
        work(Activity.ISSUING, "certificates.working.issue")
                .await(api.issue(copy.key(), request), ANSWERING, new ServerResult.Unreachable<>(), answer -> {
                    if (answer instanceof ServerResult.Success<IssuedCopy> success) {
                        agent.event(EventCode.COPY_ISSUED, Level.INFO, Map.of("copy", (long)
                                success.value().copyNumber()));
                        check(success.value(), offers, offer);
                    } else {
                        if (answer instanceof ServerResult.Refused<IssuedCopy>) {
                            unprinted.remove(offer.kind());
                        }
                        refused(answer, () -> issue(copy, offers, offer));
                    }
                });
    }

    private void check(IssuedCopy copy, Offers offers, Offers.Offer offer) {
        CardHolder holder = visitor.holder().orElseThrow();
        work(Activity.CHECKING, "certificates.working.check")
                .await(documents.check(copy, holder), CHECKING, new Checked.Changed(), checked -> {
                    if (checked instanceof Checked.Good good) {
                        agent.event(EventCode.SEAL_GOOD, Level.INFO, Map.of());
                        preview(copy, good, offers, offer);
                    } else {
                        unprinted.remove(offer.kind());
                        bad(checked, copy, () -> order(offers, offer));
                    }
                });
    }

    private void bad(Checked checked, IssuedCopy copy, Runnable again) {
        if (checked instanceof Checked.OtherHolder) {
            agent.stop(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG);
            errors.showLast(error(ErrorCode.DOCUMENT_HOLDER_WRONG, copy), navigation);
        } else if (checked instanceof Checked.SealBad seal) {
            agent.event(EventCode.SEAL_REFUSED, Level.ERROR, ErrorCodeEncoder.of(seal.code()));
            errors.show(error(seal.code(), copy), Optional.empty(), navigation);
        } else {
            agent.event(EventCode.SEAL_REFUSED, Level.WARNING, Map.of("changed", 1L));
            errors.show(error(ErrorCode.DOCUMENT_CHANGED, copy), Optional.of(again), navigation);
        }
    }

    private void preview(IssuedCopy copy, Checked.Good good, Offers offers, Offers.Offer offer) {
        Screen preview =
                new CertificateScreen.Preview(titleOf(copy, offer), good.firstPage(), copy.sheets(), good.sealedBy());
        show(preview, () -> offer(offers), action -> {
            if (action instanceof CertificateAction.Print) {
                print(copy, good, offers, offer);
            }
        });
    }

    private void print(IssuedCopy copy, Checked.Good good, Offers offers, Offers.Offer offer) {
        Optional<DisplayedError> error = printerError();
        if (error.isPresent()) {
            errors.show(error.get(), Optional.of(() -> preview(copy, good, offers, offer)), navigation);
        } else {
            unprinted.remove(offer.kind());
            prints.print(job(copy), context.devices().printer(), navigation, () -> order(offers, offer));
        }
    }

    private PrintJob job(IssuedCopy copy) {
        return new PrintJob(
                copy.copyId(),
                Optional.of(copy.certificate()),
                copy.sheets(),
                () -> documents.mark(copy, executor.time().now()));
    }

    private Optional<DisplayedError> printerError() {
        return PrinterErrorMapper.of(context.devices().printer().status());
    }

    private void refused(ServerResult<?> answer, Runnable again) {
        ErrorCode code = ServerErrorMapper.code(answer);
        errors.show(
                DisplayedError.of(code),
                ServerErrorMapper.mayPass(code) ? Optional.of(again) : Optional.empty(),
                navigation);
    }

    private ScreenStep work(Activity activity, String key) {
        return flow.show(CommonScreen.Working.forCitizen(activity, key), ScreenTimeout.NONE, action -> {
            if (action instanceof CitizenAction.Exit) {
                navigation.leave(EndReason.CANCELLED, PaperInTray.NONE);
            }
        });
    }

    private void show(Screen screen, Runnable back, Consumer<CitizenAction> others) {
        flow.show(
                screen,
                ScreenTimeout.ofCitizen(() -> navigation.leave(EndReason.TIMED_OUT, PaperInTray.NONE)),
                action -> {
                    if (action instanceof CitizenAction.Back) {
                        back.run();
                    } else if (action instanceof CitizenAction.Exit) {
                        navigation.leave(EndReason.CANCELLED, PaperInTray.NONE);
                    } else {
                        others.accept(action);
                    }
                });
    }

    private static LocalText title(Offers.Offer offer) {
        return local(offer, offer.title(), Offers.Wording::title);
    }

    private static LocalText issuer(Offers.Offer offer) {
        return local(offer, offer.issuer(), Offers.Wording::issuer);
    }

    private static LocalText sentence(Offers.Offer offer) {
        return local(offer, offer.sentence(), Offers.Wording::sentence);
    }

    /** The copy's own title; in another language that of the offer it was chosen from. */
    private static LocalText titleOf(IssuedCopy copy, Offers.Offer offer) {
        return local(offer, copy.title(), Offers.Wording::title);
    }

    /** What the server said, in Chinese and in those of our languages that it has words for. */
    private static LocalText local(Offers.Offer offer, String chinese, Function<Offers.Wording, String> part) {
        Map<Language, String> others = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Optional.ofNullable(offer.translations().get(language.tag()))
                    .map(part)
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> others.put(language, text));
        }
        return new LocalText(chinese, others);
    }

    private static DisplayedError error(ErrorCode code, IssuedCopy copy) {
        return new DisplayedError(code, PrintJob.reference(copy.copyId()));
    }
}
