package org.yici.kiosk.visit;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.base.ErrorCode;
import org.yici.base.FaultFingerprint;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.device.Device;
import org.yici.device.DeviceStatus;
import org.yici.kiosk.device.DeviceStatusReporter;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.error.ErrorCodeEncoder;
import org.yici.kiosk.flow.ScreenFlow;
import org.yici.kiosk.flow.ScreenTimeout;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.Devices;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.port.WindowControl;
import org.yici.kiosk.print.PrintReportFactory;
import org.yici.kiosk.print.Reconciliation;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;
import org.yici.service.certificate.CertificateService;

/**
 * The life of one session: it waits, is granted the screen, ends what a lost session left open, is idle, greets one citizen, lets them
 * do what they came for, says goodbye and ends. All calls on the loop.
 */
public final class VisitController implements AgentClient.Listener, VisitNavigation {
    private static final Duration GOODBYE = Duration.ofSeconds(8);
    private static final Duration PAPERS = Duration.ofSeconds(20);
    private static final Duration FAULT = Duration.ofSeconds(20);
    /** Loading all drivers takes 2 s on the slowest machine. */
    private static final Duration OPENING = Duration.ofSeconds(30);

    /** A job that the printer does not end is somebody's to free; asking takes 18 s in which no card greets. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(2);

    /** Where in its life a session is. */
    private enum Phase {
        STANDBY,
        RISING,
        RECONCILING,
        PAPERS,
        IDLE,
        VISIT,
        LEAVING,
        GONE
    }

    private final UiExecutor loop;
    private final ScreenFlow flow;
    private final WindowControl window;
    private final AgentClient agent;
    private final Devices.Opener opener;
    private final CertificateService certificates;
    private final Reconciliation reconciliation;
    private final IdleController doorstep;
    private Phase phase = Phase.STANDBY;
    private final DeviceStatusReporter told;
    private Availability availability;
    private long askedAt;
    private boolean answeredThen;
    private @Nullable Devices devices;
    private @Nullable Visitor visitor;

    /** @param cards those that this terminal has readers for */
    public VisitController(
            Set<Screen.Card> cards,
            UiExecutor loop,
            ScreenFlow flow,
            WindowControl window,
            AgentClient agent,
            Devices.Opener opener,
            CertificateService certificates,
            PrintReportFactory reports) {
        this.loop = loop;
        this.flow = flow;
        this.window = window;
        this.agent = agent;
        this.opener = opener;
        this.certificates = certificates;
        this.reconciliation = new Reconciliation(flow, agent, reports);
        this.told = new DeviceStatusReporter(agent);
        this.doorstep = new IdleController(flow, agent, loop.time(), () -> availability, new Ways());
        this.availability = Availability.unknown(cards);
    }

    @Override
    public void foreground(AgentClient.DisplayGrant foreground) {
        availability = availability
                .withCentre(foreground.server())
                .withTerminal(foreground.outOfOrder())
                .withStopped(Optional.ofNullable(foreground.stopped().get(StoppableService.CERTIFICATES)));
        if (phase == Phase.STANDBY) {
            phase = Phase.RISING;
            window.raise();
            reconciliation.add(foreground.openIntents());
            if (reconciliation.pending()) {
                showReconciling();
            } else {
                doorstep.show();
            }
            window.reveal();
            revealed();
        } else {
            refresh();
        }
    }

    private void revealed() {
        agent.shown();
        UiExecutor.Timer tooLate = loop.after(OPENING, this::notOpened);
        opener.open()
                .whenComplete((open, failure) -> loop.execute(() -> {
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
        if (phase == Phase.RISING) {
            fault(new TimeoutException("the devices were not opened within " + OPENING.toSeconds() + " s"));
        }
    }

    private void opened(Devices open) {
        if (phase != Phase.RISING) {
            return;
        }
        devices = open;
        open.reader()
                .onEvent(event ->
                        loop.execute(() -> found(CardEvent.of(event, loop.time().now()))));
        open.chipReader()
                .ifPresent(reader -> reader.onEvent(event -> loop.execute(
                        () -> found(ChipCardEventMapper.of(event, loop.time().now())))));
        for (Device device : open.all()) {
            availability = availability.with(device.status());
            device.subscribe(status -> loop.execute(() -> deviceIs(status)));
        }
        if (reconciliation.pending()) {
            reconcile(open, true);
        } else {
            idle();
        }
    }

    private void showReconciling() {
        flow.show(new Screen.Working(Screen.Work.RECONCILING), ScreenTimeout.WITHOUT_END, touch -> {});
    }

    private void reconcile(Devices open, boolean first) {
        phase = Phase.RECONCILING;
        int before = reconciliation.count();
        reconciliation.run(open.printer(), () -> {
            availability = availability.withPrintOpen(reconciliation.pending());
            askedAt = loop.time().nanos();
            answeredThen = availability.printerAnswers();
            if (reconciliation.pending()) {
                loop.after(ASK_AGAIN, this::refresh);
            }
            if (first || reconciliation.count() < before) {
                phase = Phase.PAPERS;
                flow.show(new Screen.Goodbye(MAYBE_PAPER), ScreenTimeout.of(PAPERS, this::idle), touch -> {});
            } else {
                idle();
            }
        });
    }

    /** At once when the printer is back, otherwise now and then: it may answer and not let go of a job. */
    private boolean isTimeToReconcile() {
        return availability.printOpen()
                && availability.printerAnswers()
                && (!answeredThen || loop.time().since(askedAt).compareTo(ASK_AGAIN) >= 0);
    }

    private void deviceIs(DeviceStatus status) {
        availability = availability.with(status);
        if (phase != Phase.GONE) {
            reportDevices();
            refresh();
        }
    }

    private void reportDevices() {
        Devices open = devices;
        if (open != null && phase != Phase.GONE) {
            told.tell(open);
        }
    }

    /** What could be done a moment ago may be different now. */
    private void refresh() {
        Devices open = devices;
        if (phase == Phase.IDLE && open != null && isTimeToReconcile()) {
            showReconciling();
            reconcile(open, false);
        } else if (phase == Phase.IDLE) {
            doorstep.refresh();
        } else if (visitor != null && flow.shows(Screen.Greeting.class) && !flow.shows(greetingScreen(visitor))) {
            flow.update(greetingScreen(visitor));
        }
    }

    private void idle() {
        phase = Phase.IDLE;
        doorstep.show();
        refresh();
    }

    /** Something is at a reader; while anybody is being served it changes nothing on the screen. */
    private void found(CardEvent arrival) {
        reportDevices();
        if (phase == Phase.IDLE) {
            doorstep.found(arrival);
        } else {
            doorstep.overhear(arrival);
        }
    }

    /** From the doorstep. */
    private final class Ways implements IdleController.IdleListener {
        @Override
        public void enter(Visitor somebody) {
            visitor = somebody;
            agent.event(EventCode.CARD_READ, Level.INFO, Map.of());
            home();
        }

        @Override
        public void waitOn() {
            idle();
        }

        @Override
        public void replace() {
            end(EndReason.LEFT);
        }
    }

    @Override
    public void home() {
        phase = Phase.VISIT;
        Visitor here = Objects.requireNonNull(visitor);
        flow.show(
                greetingScreen(here),
                ScreenTimeout.ofCitizen(() -> leave(EndReason.TIMED_OUT, 0)),
                touch -> onGreeting(touch, here));
    }

    private Screen greetingScreen(Visitor here) {
        return new Screen.Greeting(here.maskedName(), here.maskedNumber(), here.card(), availability.certificates());
    }

    private void onGreeting(CitizenAction touch, Visitor here) {
        Devices open = devices;
        if (touch instanceof CitizenAction.End || touch instanceof CitizenAction.Back) {
            leave(EndReason.LEFT, 0);
        } else if (touch instanceof CitizenAction.ChooseCertificates
                && open != null
                && availability.certificates().isEmpty()) {
            certificates.serve(here, open.printer(), this);
        }
    }

    @Override
    public void leave(EndReason reason, int sheets) {
        boolean saysGoodbye = phase == Phase.LEAVING && flow.shows(Screen.Goodbye.class);
        if (saysGoodbye || phase == Phase.GONE) {
            return;
        }
        phase = Phase.LEAVING;
        visitor = null;
        if (reason == EndReason.TIMED_OUT) {
            agent.event(EventCode.SESSION_TIMED_OUT, Level.INFO, Map.of());
        }
        flow.show(new Screen.Goodbye(sheets), ScreenTimeout.of(GOODBYE, () -> end(reason)), touch -> {});
    }

    private void end(EndReason reason) {
        if (phase == Phase.GONE) {
            return;
        }
        reportDevices();
        phase = Phase.GONE;
        visitor = null;
        flow.freeze();
        agent.ending(reason);
    }

    @Override
    public void away() {
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
        boolean tells = Stream.of(
                                Screen.Printing.class,
                                Screen.PaperQuestion.class,
                                Screen.Done.class,
                                Screen.Failed.class,
                                Screen.Goodbye.class)
                        .anyMatch(flow::shows)
                || flow.shows(new Screen.Working(Screen.Work.SENDING_TO_PRINTER));
        if (phase == Phase.VISIT && !tells) {
            stop(ErrorCode.KEEPER_GONE, 0);
        }
    }

    /** The program itself failed: whoever is here is told so, and the session ends. Of {@code fault} its fingerprint alone is told. */
    public void fault(Throwable fault) {
        agent.event(EventCode.PROGRAM_FAULT, Level.ERROR, Map.of("fingerprint", FaultFingerprint.of(fault)));
        if (phase == Phase.VISIT) {
            stop(ErrorCode.TERMINAL_FAULT, MAYBE_PAPER);
        } else {
            end(EndReason.FAULT);
        }
    }

    private void stop(ErrorCode code, int sheets) {
        phase = Phase.LEAVING;
        agent.event(EventCode.ERROR_SHOWN, Level.ERROR, ErrorCodeEncoder.of(code));
        flow.show(
                new Screen.Failed(DisplayedError.of(code), false),
                ScreenTimeout.of(FAULT, () -> leave(EndReason.FAULT, sheets)),
                touch -> {
                    if (touch instanceof CitizenAction.End) {
                        leave(EndReason.FAULT, sheets);
                    }
                });
    }
}
