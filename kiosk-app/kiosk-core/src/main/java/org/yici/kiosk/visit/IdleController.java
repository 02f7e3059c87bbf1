package org.yici.kiosk.visit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.yici.base.ErrorCode;
import org.yici.base.Time;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorCodeEncoder;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.ui.Screen;

/**
 * A terminal that waits for somebody: what it shows, and what a card that comes leads to. What the card of somebody who is not served left in
 * memory goes with the process, at the latest ten minutes after the first of them. On the loop.
 */
final class IdleController {
    private static final Duration REFUSAL = Duration.ofSeconds(8);
    /** What a forgotten card left in this process's memory goes with the process; the card may be found again by the next one. */
    private static final Duration FORGOTTEN_CARD = Duration.ofMinutes(10);
    /** Of a pad nobody can tell when it is taken away; whoever laid theirs too early has read it by then. */
    private static final Duration CARD_LEFT = Duration.ofSeconds(30);

    /** They say nothing against a terminal that reads no card any more. */
    private static final Set<ErrorCode> LEFT = Set.of(ErrorCode.CARD_LEFT, ErrorCode.CHIP_CARD_LEFT);

    /** Where it leads. */
    interface IdleListener {
        /** Somebody is to be served. */
        void enter(Visitor visitor);

        /** A message was read; nobody came. */
        void waitOn();

        /** The session has to end without a word: the next one shows the same, and remembers nothing. */
        void replace();
    }

    private final ScreenFlow flow;
    private final AgentClient agent;
    private final Time time;
    private final Supplier<Availability> availability;
    private final IdleListener ways;
    private Optional<DisplayedError> refused = Optional.empty();
    private OptionalLong knowsSince = OptionalLong.empty();

    IdleController(
            ScreenFlow flow, AgentClient agent, Time time, Supplier<Availability> availability, IdleListener ways) {
        this.flow = flow;
        this.agent = agent;
        this.time = time;
        this.availability = availability;
        this.ways = ways;
    }

    /** With no word of any card. */
    void show() {
        refused = Optional.empty();
        flow.show(
                screen(),
                knowsSince.isPresent() ? ScreenTimeout.silent(rest(), ways::replace) : ScreenTimeout.WITHOUT_END,
                touch -> {});
    }

    /** What could be done a moment ago may be different now. */
    void refresh() {
        if (!flow.shows(screen())) {
            flow.update(screen());
        }
    }

    private Screen screen() {
        Availability now = availability.get();
        Optional<DisplayedError> anything = now.anything();
        boolean saysWhy = refused.filter(error -> !LEFT.contains(error.code())).isPresent();
        if (anything.isPresent() && !saysWhy) {
            return new Screen.OutOfService(anything.get());
        }
        Set<Screen.Card> cards = now.cards();
        return new Screen.Idle(cards.isEmpty() ? now.accepted() : cards, now.certificates(), refused);
    }

    /** Something is at a reader. */
    void found(CardEvent arrival) {
        if (arrival instanceof CardEvent.Removed) {
            takenOut();
        } else if (availability.get().anything().isPresent()) {
            // The screen says already that nobody can be served; what the card left in memory goes with the process.
            agent.event(EventCode.CARD_REFUSED, Level.WARNING, Map.of());
            flow.show(screen(), ScreenTimeout.silent(REFUSAL, ways::replace), touch -> {});
        } else if (arrival instanceof CardEvent.ForgottenCard left) {
            leftCard(left.code());
        } else if (arrival instanceof CardEvent.Refused refusal) {
            refuse(refusal.code(), refusal.tellsOfSomebody());
        } else if (arrival instanceof CardEvent.Identified greeted) {
            ways.enter(greeted.visitor());
        }
    }

    /** Something is at a reader while nobody can be received: it is not served, and what it left in memory does not stay either. */
    void overhear(CardEvent arrival) {
        boolean empty = arrival instanceof CardEvent.Removed
                || arrival instanceof CardEvent.Refused refusal && !refusal.tellsOfSomebody();
        if (!empty) {
            knowsSomebody();
        }
    }

    /** Only of a slot it is known; the sentence about a card in it is true no longer. */
    private void takenOut() {
        if (refused.filter(error -> error.code() == ErrorCode.CHIP_CARD_LEFT).isPresent()) {
            show();
        }
    }

    /** Says so for whoever laid theirs too early. */
    private void leftCard(ErrorCode code) {
        agent.event(EventCode.CARD_FORGOTTEN, Level.WARNING, Map.of());
        knowsSomebody();
        refused = Optional.of(DisplayedError.of(code));
        boolean untilItGoes = code == ErrorCode.CHIP_CARD_LEFT || rest().compareTo(CARD_LEFT) <= 0;
        flow.show(
                screen(),
                untilItGoes ? ScreenTimeout.silent(rest(), ways::replace) : ScreenTimeout.silent(CARD_LEFT, this::show),
                touch -> {});
    }

    private void refuse(ErrorCode code, boolean tellsOfSomebody) {
        agent.event(EventCode.CARD_REFUSED, Level.WARNING, ErrorCodeEncoder.of(code));
        refused = Optional.of(DisplayedError.of(code));
        if (tellsOfSomebody) {
            knowsSomebody();
        }
        flow.show(
                screen(),
                ScreenTimeout.silent(REFUSAL, knowsSince.isPresent() ? ways::replace : ways::waitOn),
                touch -> {});
    }

    private void knowsSomebody() {
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
