package org.yici.kiosk.visit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yici.base.ErrorCode;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorCodeEncoder;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenStep;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.service.KioskService;
import org.yici.kiosk.service.Requirement;
import org.yici.kiosk.service.ServiceContext;
import org.yici.kiosk.service.ServiceId;
import org.yici.kiosk.service.ServiceRegistry;
import org.yici.kiosk.ui.CitizenAction;

/**
 * Shows what can be done here, starts the service that is chosen, and asks for a card if that service needs to know who stands there. On
 * the UI executor.
 */
final class MenuController {
    private final ScreenFlow flow;
    private final AgentClient agent;
    private final ServiceRegistry services;
    private final Supplier<Availability> availability;
    private final VisitNavigation navigation;
    private Optional<Visitor> visitor = Optional.empty();
    private @Nullable ScreenStep menu;
    private @Nullable CardPrompt prompt;

    MenuController(
            ScreenFlow flow,
            AgentClient agent,
            ServiceRegistry services,
            Supplier<Availability> availability,
            VisitNavigation navigation) {
        this.flow = flow;
        this.agent = agent;
        this.services = services;
        this.availability = availability;
        this.navigation = navigation;
    }

    /** Somebody identified themselves. A service that waits for that starts; else the menu greets them. */
    void identified(Visitor somebody, Devices devices) {
        visitor = Optional.of(somebody);
        CardPrompt waiting = prompt;
        if (waiting != null && waiting.step.isCurrent()) {
            start(waiting.service, devices);
        } else {
            show(devices);
        }
    }

    /** Whether a card that comes now is waited for, or is welcome. */
    boolean welcomesCards() {
        CardPrompt waiting = prompt;
        ScreenStep shown = menu;
        return visitor.isEmpty() && (waiting != null && waiting.step.isCurrent() || shown != null && shown.isCurrent());
    }

    /** A card that cannot be used; said where a card is asked for. */
    void refused(ErrorCode code) {
        agent.event(EventCode.CARD_REFUSED, Level.WARNING, ErrorCodeEncoder.of(code));
        CardPrompt waiting = prompt;
        if (waiting != null) {
            waiting.refused = Optional.of(DisplayedError.of(code));
            refresh();
        }
    }

    void show(Devices devices) {
        menu = flow.show(
                screen(),
                ScreenTimeout.ofCitizen(() -> navigation.leave(EndReason.TIMED_OUT, PaperInTray.NONE)),
                action -> {
                    if (action instanceof CitizenAction.Exit || action instanceof CitizenAction.Back) {
                        navigation.leave(EndReason.CANCELLED, PaperInTray.NONE);
                    } else if (action instanceof VisitAction.ChooseService chosen) {
                        choose(chosen.service(), devices);
                    }
                });
    }

    private VisitScreen.Menu screen() {
        return new VisitScreen.Menu(
                visitor.map(who -> new VisitScreen.Greeted(who.maskedName(), who.maskedNumber(), who.card())),
                availability.get().tiles(services));
    }

    /** What could be done a moment ago may be different now. */
    void refresh() {
        ScreenStep shown = menu;
        if (shown != null) {
            shown.update(screen());
        }
        CardPrompt waiting = prompt;
        if (waiting != null) {
            waiting.step.update(waiting.screen());
        }
    }

    /** Starts a service that can be used now; nothing happens for another. */
    void choose(ServiceId id, Devices devices) {
        services.find(id)
                .filter(service -> availability.get().whyNot(service).isEmpty())
                .ifPresent(service -> {
                    agent.event(EventCode.SERVICE_CHOSEN, Level.INFO, Map.of());
                    start(service, devices);
                });
    }

    private void start(KioskService service, Devices devices) {
        Optional<Requirement.Identity> needed = service.identity();
        if (needed.isPresent() && visitor.isEmpty()) {
            prompt = new CardPrompt(service, devices);
        } else {
            prompt = null;
            service.start(new ServiceContext(visitor, devices, navigation));
        }
    }

    /** Asks for the card that a service needs. */
    private final class CardPrompt {
        private final KioskService service;
        private final ScreenStep step;
        private Optional<DisplayedError> refused = Optional.empty();

        CardPrompt(KioskService service, Devices devices) {
            this.service = service;
            this.step = flow.show(
                    screen(),
                    ScreenTimeout.ofCitizen(() -> navigation.leave(EndReason.TIMED_OUT, PaperInTray.NONE)),
                    action -> {
                        if (action instanceof CitizenAction.Back) {
                            MenuController.this.show(devices);
                        }
                    });
        }

        private VisitScreen.CardPrompt screen() {
            return new VisitScreen.CardPrompt(service.id(), availability.get().cards(), refused);
        }
    }
}
