package org.yici.kiosk.visit;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.yici.base.ErrorCode;
import org.yici.base.FaultFingerprint;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.device.ChipCardReader;
import org.yici.device.Device;
import org.yici.device.DeviceStatus;
import org.yici.device.IdentityReader;
import org.yici.kiosk.device.DeviceStatusReporter;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorCodeEncoder;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenStep;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.port.WindowControl;
import org.yici.kiosk.print.PrintReportFactory;
import org.yici.kiosk.print.Reconciliation;
import org.yici.kiosk.service.ServiceId;
import org.yici.kiosk.service.ServiceRegistry;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.CommonScreen;
import org.yici.kiosk.ui.Message;
import org.yici.kiosk.ui.ScreenTraits;

/**
 * The life of one session: it waits, is granted the display, ends what a lost session left open, is idle, lets one citizen do what they
 * came for, says goodbye and ends. A visit in which nothing personal entered the process leads back to idle. All calls on the UI executor.
 */
public final class VisitController implements AgentClient.Listener, VisitNavigation {
    private static final Duration GOODBYE = Duration.ofSeconds(8);
    private static final Duration TAKE_PAPER = Duration.ofSeconds(20);
    private static final Duration FAULT = Duration.ofSeconds(20);
    /** Loading all drivers takes 2 s on the slowest machine. */
    private static final Duration OPENING = Duration.ofSeconds(30);

    /** A job that the printer does not end is somebody's to free; asking takes 18 s in which no card greets. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(2);

    /** Whoever chose a language before a visit and did nothing more is gone by then; as long as on any screen that a citizen reads. */
    private static final Duration CHOSEN_BEFORE_VISIT = Duration.ofSeconds(80);

    private static final CommonScreen RECONCILING = new CommonScreen.Working(
            CommonScreen.Activity.WAITING, Message.of("visit.reconciling"), ScreenTraits.PLAIN);

    /** Where in its life a session is. */
    private enum Phase {
        STANDBY,
        OPENING_DEVICES,
        RECONCILING,
        TAKE_PAPER,
        IDLE,
        VISIT,
        LEAVING,
        ENDED
    }

    private final UiExecutor executor;
    private final ScreenFlow flow;
    private final WindowControl window;
    private final AgentClient agent;
    private final Devices.Opener opener;
    private final Reconciliation reconciliation;
    private final IdleController idle;
    private final MenuController menu;
    private final DeviceStatusReporter reporter;
    private Phase phase = Phase.STANDBY;
    private Availability availability;
    private boolean personal;
    private boolean agentAway;
    private long askedAt;
    private boolean answeredThen;
    private UiExecutor.Timer chosenBeforeVisit = () -> {};
    private @Nullable Devices devices;
    private @Nullable ScreenStep opening;
    private @Nullable ScreenStep goodbye;

    /** @param cards those that this terminal has readers for */
    public VisitController(
            Set<Card> cards,
            UiExecutor executor,
            ScreenFlow flow,
            WindowControl window,
            AgentClient agent,
            Devices.Opener opener,
            ServiceRegistry services,
            PrintReportFactory reports) {
        this.executor = executor;
        this.flow = flow;
        this.window = window;
        this.agent = agent;
        this.opener = opener;
        this.availability = Availability.unknown(cards);
        this.reconciliation = new Reconciliation(agent, reports);
        this.reporter = new DeviceStatusReporter(agent);
        this.idle = new IdleController(flow, agent, executor.time(), services, () -> availability, new FromIdle());
        this.menu = new MenuController(flow, agent, services, () -> availability, this);
        flow.onPreferences(this::preferencesChosen);
    }

    // ---- the display

    @Override
    public void granted(AgentClient.DisplayGrant grant) {
        agentAway = false;
        availability = availability.with(grant);
        if (phase == Phase.STANDBY) {
            phase = Phase.OPENING_DEVICES;
            window.raise();
            reconciliation.add(grant.openIntents());
            if (reconciliation.pending()) {
                opening = showReconciling();
            } else {
                idle.show();
            }
            window.reveal();
            revealed();
        } else {
            refresh();
        }
    }

    private void revealed() {
        agent.shown();
        UiExecutor.Timer tooLate = executor.after(OPENING, this::notOpened);
        opener.open()
                .whenComplete((open, failure) -> executor.execute(() -> {
                    tooLate.cancel();
                    if (failure == null) {
                        opened(open);
                    } else {
                        fault(failure);
                    }
                }));
    }

    /** A driver that does not come back from being started holds up the whole session; the next one may be luckier. */
    private void notOpened() {
        if (phase == Phase.OPENING_DEVICES) {
            fault(new TimeoutException("the devices were not opened within " + OPENING.toSeconds() + " s"));
        }
    }

    private void opened(Devices open) {
        if (phase != Phase.OPENING_DEVICES) {
            return;
        }
        devices = open;
        open.find(IdentityReader.class)
                .ifPresent(reader -> reader.onEvent(event -> executor.execute(
                        () -> found(CardEvent.of(event, executor.time().now())))));
        open.find(ChipCardReader.class)
                .ifPresent(reader -> reader.onEvent(event -> executor.execute(() ->
                        found(ChipCardEventMapper.of(event, executor.time().now())))));
        for (Device device : open.all()) {
            availability = availability.with(device.status());
            device.subscribe(status -> executor.execute(() -> deviceIs(status)));
        }
        ScreenStep waiting = opening;
        if (waiting != null && reconciliation.pending()) {
            reconcile(open, waiting, true);
        } else {
            idle();
        }
    }

    private ScreenStep showReconciling() {
        return flow.show(RECONCILING, ScreenTimeout.NONE, action -> {});
    }

    private void reconcile(Devices open, ScreenStep step, boolean first) {
        phase = Phase.RECONCILING;
        int before = reconciliation.count();
        reconciliation.run(open.printer(), step, () -> {
            availability = availability.withPrintOpen(reconciliation.pending());
            askedAt = executor.time().nanos();
            answeredThen = availability.printerAnswers();
            if (reconciliation.pending()) {
                executor.after(ASK_AGAIN, this::refresh);
            }
            if (first || reconciliation.count() < before) {
                phase = Phase.TAKE_PAPER;
                flow.show(
                        new VisitScreen.Goodbye(PaperInTray.UNKNOWN),
                        ScreenTimeout.of(TAKE_PAPER, this::idle),
                        action -> {});
            } else {
                idle();
            }
        });
    }

    /** At once when the printer is back, otherwise now and then: it may answer and not let go of a job. */
    private boolean isTimeToReconcile() {
        return availability.printOpen()
                && availability.printerAnswers()
                && (!answeredThen || executor.time().since(askedAt).compareTo(ASK_AGAIN) >= 0);
    }

    // ---- devices and cards

    private void deviceIs(DeviceStatus status) {
        availability = availability.with(status);
        if (phase != Phase.ENDED) {
            reportDevices();
            refresh();
        }
    }

    private void reportDevices() {
        Devices open = devices;
        if (open != null && phase != Phase.ENDED) {
            reporter.report(open);
        }
    }

    /** What could be done a moment ago may be different now. */
    private void refresh() {
        Devices open = devices;
        if (phase == Phase.IDLE && open != null && isTimeToReconcile()) {
            reconcile(open, showReconciling(), false);
        } else if (phase == Phase.IDLE) {
            idle.refresh();
        } else if (phase == Phase.VISIT) {
            menu.refresh();
        }
    }

    private void idle() {
        phase = Phase.IDLE;
        idle.show();
        refresh();
    }

    /** Something is at a reader; while somebody is being served it changes nothing on the screen. */
    private void found(CardEvent event) {
        reportDevices();
        if (phase == Phase.IDLE) {
            idle.found(event);
        } else if (phase == Phase.VISIT && menu.welcomesCards() && event instanceof CardEvent.Identified identified) {
            identified(identified.visitor());
        } else if (phase == Phase.VISIT && menu.welcomesCards() && event instanceof CardEvent.Refused refused) {
            personal |= refused.tellsOfSomebody();
            menu.refused(refused.code());
        } else {
            idle.overhear(event);
        }
    }

    private void identified(Visitor visitor) {
        Devices open = devices;
        if (open != null) {
            phase = Phase.VISIT;
            personal = true;
            agent.event(EventCode.CARD_READ, Level.INFO, Map.of());
            menu.identified(visitor, open);
        }
    }

    private final class FromIdle implements IdleController.IdleListener {
        @Override
        public void identified(Visitor visitor) {
            VisitController.this.identified(visitor);
        }

        @Override
        public void chosen(ServiceId service) {
            Devices open = devices;
            if (phase == Phase.IDLE && open != null) {
                phase = Phase.VISIT;
                agent.event(EventCode.VISIT_BEGUN, Level.INFO, Map.of());
                menu.choose(service, open);
            }
        }

        @Override
        public void nobodyCame() {
            idle();
        }

        @Override
        public void replace() {
            end(EndReason.CANCELLED);
        }
    }

    // ---- the visit

    @Override
    public void home() {
        Devices open = devices;
        if (open != null) {
            phase = Phase.VISIT;
            menu.show(open);
        }
    }

    @Override
    public void leave(EndReason reason, PaperInTray paper) {
        boolean saysGoodbye = phase == Phase.LEAVING && isShown(goodbye);
        if (saysGoodbye || phase == Phase.ENDED) {
            return;
        }
        boolean stays = phase == Phase.VISIT && !personal && !flow.personalShown() && !agentAway;
        if (reason == EndReason.TIMED_OUT) {
            agent.event(EventCode.SESSION_TIMED_OUT, Level.INFO, Map.of());
        }
        if (stays) {
            agent.event(EventCode.VISIT_ENDED, Level.INFO, Map.of());
            flow.resetPreferences();
            idle();
            return;
        }
        phase = Phase.LEAVING;
        goodbye = flow.show(new VisitScreen.Goodbye(paper), ScreenTimeout.of(GOODBYE, () -> end(reason)), action -> {});
    }

    /** Preferences hold for a visit; those of somebody who does not begin one end by themselves. */
    private void preferencesChosen() {
        chosenBeforeVisit.cancel();
        if (!serving()) {
            chosenBeforeVisit = executor.after(CHOSEN_BEFORE_VISIT, () -> {
                if (!serving()) {
                    flow.resetPreferences();
                }
            });
        }
    }

    private static boolean isShown(@Nullable ScreenStep step) {
        return step != null && step.isCurrent();
    }

    private void end(EndReason reason) {
        if (phase == Phase.ENDED) {
            return;
        }
        reportDevices();
        phase = Phase.ENDED;
        flow.freeze();
        agent.ending(reason);
    }

    // ---- the agent, and faults

    @Override
    public void away() {
        agentAway = true;
        if (!serving()) {
            end(EndReason.FAULT);
        }
    }

    private boolean serving() {
        return phase == Phase.VISIT || phase == Phase.LEAVING;
    }

    @Override
    public void gone() {
        away();
        boolean stays =
                flow.screen().map(screen -> screen.traits().survivesAgentLoss()).orElse(false);
        if (phase == Phase.VISIT && !stays) {
            stop(ErrorCode.AGENT_GONE, PaperInTray.NONE);
        }
    }

    /** The program itself failed: whoever is here is told so, and the session ends. Of {@code fault} its fingerprint alone is told. */
    public void fault(Throwable fault) {
        agent.event(EventCode.PROGRAM_FAULT, Level.ERROR, Map.of("fingerprint", FaultFingerprint.of(fault)));
        if (phase == Phase.VISIT) {
            stop(ErrorCode.TERMINAL_FAULT, PaperInTray.UNKNOWN);
        } else {
            end(EndReason.FAULT);
        }
    }

    private void stop(ErrorCode code, PaperInTray paper) {
        phase = Phase.LEAVING;
        agent.event(EventCode.ERROR_SHOWN, Level.ERROR, ErrorCodeEncoder.of(code));
        flow.show(
                new CommonScreen.Failed(DisplayedError.of(code), false),
                ScreenTimeout.of(FAULT, () -> leave(EndReason.FAULT, paper)),
                action -> {
                    if (action instanceof CitizenAction.Exit) {
                        leave(EndReason.FAULT, paper);
                    }
                });
    }
}
