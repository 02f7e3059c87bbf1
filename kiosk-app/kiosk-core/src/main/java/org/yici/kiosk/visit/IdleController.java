package org.yici.kiosk.visit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yici.base.ErrorCode;
import org.yici.base.Time;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorCodeEncoder;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenStep;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.service.ServiceId;
import org.yici.kiosk.service.ServiceRegistry;
import org.yici.kiosk.ui.Screen;

/**
 * Controls the idle screen and handles card events while no visit is active. What the card of somebody who is not served left in memory
 * goes with the process, at the latest ten minutes after the first of them. On the UI executor.
 */
final class IdleController {
    private static final Duration REFUSAL = Duration.ofSeconds(8);
    /** What a forgotten card left in this process's memory goes with the process; the card may be found again by the next one. */
    private static final Duration FORGOTTEN_CARD = Duration.ofMinutes(10);
    /** Of a pad nobody can tell when it is taken away; whoever laid theirs too early has read it by then. */
    private static final Duration CARD_LEFT = Duration.ofSeconds(30);

    /** They say nothing against a terminal that reads no card any more. */
    private static final Set<ErrorCode> LEFT = Set.of(ErrorCode.CARD_LEFT, ErrorCode.CHIP_CARD_LEFT);

    /** What the idle screen leads to. */
    interface IdleListener {
        /** Somebody identified themselves and is to be served. */
        void identified(Visitor visitor);

        /** Somebody touched a service that can be used now. */
        void chosen(ServiceId service);

        /** A message was read; nobody came. */
        void nobodyCame();

        /** The session has to end without a word: the next one shows the same, and remembers nothing. */
        void replace();
    }

    private final ScreenFlow flow;
    private final AgentClient agent;
    private final Time time;
    private final ServiceRegistry services;
    private final Supplier<Availability> availability;
    private final IdleListener listener;
    private Optional<DisplayedError> refused = Optional.empty();
    private OptionalLong knowsSince = OptionalLong.empty();
    private @Nullable ScreenStep step;

    IdleController(
            ScreenFlow flow,
            AgentClient agent,
            Time time,
            ServiceRegistry services,
            Supplier<Availability> availability,
            IdleListener listener) {
        this.flow = flow;
        this.agent = agent;
        this.time = time;
        this.services = services;
        this.availability = availability;
        this.listener = listener;
    }

    /** Without a word of any card. */
    void show() {
        refused = Optional.empty();
        show(knowsSince.isPresent() ? ScreenTimeout.silent(rest(), listener::replace) : ScreenTimeout.NONE);
    }

    private void show(ScreenTimeout timeout) {
        step = flow.show(screen(), timeout, action -> {
            if (action instanceof VisitAction.ChooseService chosen && isAvailable(chosen.service())) {
                listener.chosen(chosen.service());
            }
        });
    }

    /** What could be done a moment ago may be different now. */
    void refresh() {
        ScreenStep shown = step;
        if (shown != null) {
            shown.update(screen());
        }
    }

    /** Whether something of somebody who was not served is in memory. */
    boolean knowsSomebody() {
        return knowsSince.isPresent();
    }

    private boolean isAvailable(ServiceId id) {
        return anything().isEmpty()
                && services.find(id)
                        .filter(service -> availability.get().whyNot(service).isEmpty())
                        .isPresent();
    }

    private Optional<DisplayedError> anything() {
        return availability.get().anything(services);
    }

    private Screen screen() {
        Availability now = availability.get();
        Optional<DisplayedError> anything = now.anything(services);
        boolean saysWhy = refused.filter(error -> !LEFT.contains(error.code())).isPresent();
        if (anything.isPresent() && !saysWhy) {
            return new VisitScreen.OutOfService(anything.get());
        }
        Set<Card> cards = now.cards();
        return new VisitScreen.Idle(cards.isEmpty() ? now.accepted() : cards, now.tiles(services), refused);
    }

    /** Something is at a reader. */
    void found(CardEvent event) {
        if (event instanceof CardEvent.Removed) {
            removed();
        } else if (anything().isPresent()) {
            // The screen says already that nobody can be served; what the card left in memory goes with the process.
            agent.event(EventCode.CARD_REFUSED, Level.WARNING, Map.of());
            show(ScreenTimeout.silent(REFUSAL, listener::replace));
        } else if (event instanceof CardEvent.ForgottenCard forgotten) {
            forgotten(forgotten.code());
        } else if (event instanceof CardEvent.Refused refusal) {
            refuse(refusal.code(), refusal.tellsOfSomebody());
        } else if (event instanceof CardEvent.Identified identified) {
            listener.identified(identified.visitor());
        }
    }

    /** Something is at a reader while nobody can be received: it is not served, and what it left in memory does not stay either. */
    void overhear(CardEvent event) {
        boolean empty = event instanceof CardEvent.Removed
                || event instanceof CardEvent.Refused refusal && !refusal.tellsOfSomebody();
        if (!empty) {
            rememberSince();
        }
    }

    /** Only of a slot it is known; the sentence about a card in it is true no longer. */
    private void removed() {
        if (refused.filter(error -> error.code() == ErrorCode.CHIP_CARD_LEFT).isPresent()) {
            show();
        }
    }

    /** Says so for whoever laid theirs too early. */
    private void forgotten(ErrorCode code) {
        agent.event(EventCode.CARD_FORGOTTEN, Level.WARNING, Map.of());
        rememberSince();
        refused = Optional.of(DisplayedError.of(code));
        boolean untilItGoes = code == ErrorCode.CHIP_CARD_LEFT || rest().compareTo(CARD_LEFT) <= 0;
        show(
                untilItGoes
                        ? ScreenTimeout.silent(rest(), listener::replace)
                        : ScreenTimeout.silent(CARD_LEFT, this::show));
    }

    private void refuse(ErrorCode code, boolean tellsOfSomebody) {
        agent.event(EventCode.CARD_REFUSED, Level.WARNING, ErrorCodeEncoder.of(code));
        refused = Optional.of(DisplayedError.of(code));
        if (tellsOfSomebody) {
            rememberSince();
        }
        show(ScreenTimeout.silent(REFUSAL, knowsSince.isPresent() ? listener::replace : listener::nobodyCame));
    }

    private void rememberSince() {
        if (knowsSince.isEmpty()) {
            knowsSince = OptionalLong.of(time.nanos());
        }
    }

    /** How long what is known of somebody may stay; never nothing. */
    private Duration rest() {
        Duration rest = FORGOTTEN_CARD.minus(time.since(knowsSince.orElseGet(time::nanos)));
        return rest.compareTo(Duration.ofMillis(1)) > 0 ? rest : Duration.ofMillis(1);
    }
}
