package org.yici.kiosk.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.service.ServiceId;
import org.yici.kiosk.service.ServiceTile;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenTraits;

/** Screens before, between and after citizen services. */
public sealed interface VisitScreen extends Screen {
    /**
     * Nobody is here.
     *
     * @param cards which cards can be read now
     * @param services what can be done here
     * @param cardRefused why the card that was just laid did not greet; shown for some seconds
     */
    record Idle(Set<Card> cards, List<ServiceTile> services, Optional<DisplayedError> cardRefused)
            implements VisitScreen {
        public Idle {
            cards = Set.copyOf(cards);
            services = List.copyOf(services);
        }

        @Override
        public ScreenTraits traits() {
            return ScreenTraits.PLAIN.withContinuity();
        }
    }

    /** The terminal cannot serve anybody. */
    record OutOfService(DisplayedError error) implements VisitScreen {
        @Override
        public ScreenTraits traits() {
            return ScreenTraits.PLAIN;
        }
    }

    /**
     * What would you like to do?
     *
     * @param who the citizen as they may be shown; empty while nobody laid a card
     */
    record Menu(Optional<Greeted> who, List<ServiceTile> services) implements VisitScreen {
        public Menu {
            services = List.copyOf(services);
        }

        @Override
        public ScreenTraits traits() {
            return who.isPresent() ? ScreenTraits.PLAIN.withExit().withPersonal() : ScreenTraits.PLAIN.withBack();
        }
    }

    /**
     * Whom the menu greets.
     *
     * @param maskedName the name as it may be shown
     * @param maskedNumber the number as it may be shown
     * @param card what told who it is
     */
    record Greeted(String maskedName, String maskedNumber, Card card) {}

    /**
     * A service that was chosen needs to know who stands there.
     *
     * @param cards which cards can be read now
     * @param refused why the card that was just laid does not do
     */
    record CardPrompt(ServiceId service, Set<Card> cards, Optional<DisplayedError> refused) implements VisitScreen {
        public CardPrompt {
            cards = Set.copyOf(cards);
        }

        @Override
        public ScreenTraits traits() {
            return ScreenTraits.PLAIN.withBack().withContinuity();
        }
    }

    /** The visit ends: take your card and what lies in the tray. */
    record Goodbye(PaperInTray paper) implements VisitScreen {
        @Override
        public ScreenTraits traits() {
            return ScreenTraits.PLAIN.surviving();
        }
    }
}
