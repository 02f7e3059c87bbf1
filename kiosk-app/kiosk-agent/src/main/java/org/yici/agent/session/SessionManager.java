package org.yici.agent.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.session.SessionEntry.Phase;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.EventRecorder;
import org.yici.agent.store.StoreException;
import org.yici.base.Build;
import org.yici.base.Time;
import org.yici.contract.Json;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.contract.message.DeviceReport;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.IpcMessage;
import org.yici.ipc.SessionMessage;

/**
 * Where sessions come and go: lets in who has a token, hears what each says, and believes it only while it sends heartbeats. The screen is
 * given to one at a time. Lives on the agent's loop; nothing here blocks but the store's commits.
 */
public final class SessionManager {
    private static final Logger LOG = LoggerFactory.getLogger(SessionManager.class);

    /** Six heartbeats: a full garbage collection on the weakest terminal takes less. */
    private static final Duration HEARTBEAT_MISSED = Duration.ofSeconds(3);

    /** Warming up takes 1 s on two cores and up to 20 s on the weakest machine while the one in front works. */
    private static final Duration STARTING = Duration.ofSeconds(30);

    /** A session that was given the screen and has not painted in this time never will. */
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(30);

    /** From Halt to the end of a sound process: it closes devices and is gone. */
    private static final Duration HALT_WITHIN = Duration.ofSeconds(2);

    /** A hung one obeys at once by its link's thread or not at all. */
    private static final Duration HUNG_HALT_WITHIN = Duration.ofMillis(500);

    /** From connect to hello. */
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(5);

    private static final int MOST_STRANGERS = 8;

    private final SessionManagerConfig config;
    private final Tokens tokens;
    private final TerminalDevices devices;
    private final DeviceReportSanitizer reports;
    private final StoreRequestHandler keeping;
    private final SessionEventRecorder events;
    private final ServiceStops stops;
    private final SessionManagerListener observer;
    private final Time time;

    private final List<SessionConnection> strangers = new ArrayList<>();
    private final SessionRegistry seats = new SessionRegistry();
    private final DisplayArbiter screen;

    public SessionManager(
            SessionManagerConfig config,
            AgentStore store,
            EventRecorder events,
            ServerState centre,
            SessionManagerListener observer,
            Time time)
            throws StoreException {
        this.config = config;
        this.observer = observer;
        this.time = time;
        this.tokens = new Tokens(config.folders());
        this.devices = new TerminalDevices(config.folders());
        this.reports = new DeviceReportSanitizer(devices);
        this.keeping = new StoreRequestHandler(
                store, config.terminal(), time, centre, devices, new RecipientKeyIds(config.folders()));
        this.events = new SessionEventRecorder(events, observer);
        this.stops = new ServiceStops(store, events, time);
        this.screen = new DisplayArbiter(seats, store, stops, this.events, centre, observer, time);
    }

    /** The devices as the session in front last told them. */
    public List<DeviceReport> devices() {
        return screen.devices();
    }

    /** {@code none}, {@code idle} or {@code citizen}. */
    public String session() {
        return screen.session();
    }

    /** Tells the session in front what it should know, if that changed. */
    public void refresh() {
        screen.refresh();
    }

    // ---- lines

    void arrived(SessionConnection line) {
        if (strangers.size() >= MOST_STRANGERS) {
            LOG.warn("Too many connections that say nothing");
            line.close();
            return;
        }
        strangers.add(line);
    }

    void said(SessionConnection line, SessionMessage message) {
        Optional<SessionEntry> seat = seats.of(line);
        if (seat.isPresent()) {
            heard(seat.get(), message);
        } else if (message instanceof SessionMessage.Hello hello && strangers.contains(line)) {
            hello(line, hello);
        } else {
            line.close();
        }
    }

    void gone(SessionConnection line, String reason) {
        strangers.remove(line);
        seats.of(line).ifPresent(seat -> leave(seat, reason));
    }

    // ---- arriving

    private void hello(SessionConnection line, SessionMessage.Hello hello) {
        boolean slotExists = hello.slot() >= 1 && hello.slot() <= config.slots();
        if (!slotExists || !tokens.accepts(hello.slot(), hello.token(), hello.session())) {
            LOG.warn("{} has no place or not its token and is turned away", hello);
            line.close();
            return;
        }
        if (hello.protocol() != IpcMessage.PROTOCOL || seats.isOver(hello.session())) {
            LOG.warn("{} (protocol {}) is over or too old or new", hello, hello.protocol());
            line.send(new AgentMessage.Halt());
            return;
        }
        strangers.remove(line);
        Optional<SessionEntry> before = seats.inSlot(hello.slot());
        if (before.isPresent() && before.get().session().equals(hello.session())) {
            reconnected(before.get(), line);
            return;
        }
        before.ifPresent(seat -> {
            seat.line().close();
            leave(seat, "its place has another session");
        });
        welcome(line, hello);
    }

    private void welcome(SessionConnection line, SessionMessage.Hello hello) {
        devices.refresh();
        SessionQuota quota = new SessionQuota(time, config.sessionBytes());
        SessionEntry seat = new SessionEntry(hello.session(), hello.slot(), line, quota, time.nanos());
        seats.add(seat);
        LOG.info("{} is here, of {} build", seat, hello.build().equals(Build.version()) ? "this" : "another");
        line.send(welcome());
        screen.seated(seat);
    }

    private AgentMessage.Welcome welcome() {
        return new AgentMessage.Welcome(IpcMessage.PROTOCOL, config.terminal().value(), Build.version());
    }

    private void reconnected(SessionEntry seat, SessionConnection line) {
        LOG.info("{} connected again", seat);
        seat.line().close();
        seat.reconnect(line);
        line.send(welcome());
        screen.seatedAgain(seat);
    }

    // ---- what sessions say

    /** No message of a session can end the agent; of what went wrong the class alone is logged, for the rest may be the session's own words. */
    private void heard(SessionEntry seat, SessionMessage message) {
        try {
            said(seat, message);
        } catch (RuntimeException e) {
            giveUp(
                    seat,
                    "its " + message.getClass().getSimpleName() + " led to "
                            + e.getClass().getName());
        }
    }

    private void said(SessionEntry seat, SessionMessage message) {
        if (seat.leaving()) {
            return;
        }
        if (message instanceof SessionMessage.Event event) {
            happened(seat, event);
        } else if (message instanceof SessionMessage.Ending ending) {
            ending(seat, ending);
        } else if (seat.inFront()) {
            saidInFront(seat, message);
        } else if (!(message instanceof SessionMessage.Status)) {
            giveUp(
                    seat,
                    "it acts without having the screen: " + message.getClass().getSimpleName());
        }
    }

    private void saidInFront(SessionEntry seat, SessionMessage message) {
        Optional<String> tooMuch = tooMuch(seat.quota(), message);
        if (tooMuch.isPresent()) {
            giveUp(seat, tooMuch.get());
        } else if (message instanceof SessionMessage.KeepEntry said) {
            answer(seat, keeping.entry(said));
        } else if (message instanceof SessionMessage.KeepIntent said) {
            answer(seat, keeping.intent(seat.session(), said));
        } else if (message instanceof SessionMessage.KeepOutcome said) {
            answer(seat, keeping.outcome(said));
            screen.refresh();
        } else if (message instanceof SessionMessage.StopService said) {
            answer(seat, stops.stop(seat.asFront(), said));
            screen.refresh();
        } else if (message instanceof SessionMessage.Status status) {
            screen.devicesSeen(seat, reports.closed(status.devices()));
            rejected(seat, reports.takeRejected());
        } else if (message instanceof SessionMessage.ScreenPainted) {
            screen.painted(seat);
        } else {
            giveUp(seat, "it says " + message.getClass().getSimpleName() + " in the wrong place");
        }
    }

    private static Optional<String> tooMuch(SessionQuota quota, SessionMessage message) {
        if (message instanceof SessionMessage.Status) {
            return quota.status();
        }
        boolean keeps = message instanceof SessionMessage.KeepEntry
                || message instanceof SessionMessage.KeepIntent
                || message instanceof SessionMessage.KeepOutcome;
        return keeps ? quota.keep(Json.write(message).length) : Optional.empty();
    }

    private static void rejected(SessionEntry seat, int words) {
        if (words > 0) {
            if (seat.quota().rejected() == 0) {
                LOG.warn("{} said {} words that are on no list; they are not passed on", seat, words);
            }
            seat.quota().reject(words);
        }
    }

    private void answer(SessionEntry seat, AgentMessage answer) {
        seat.line().send(answer);
        if (answer instanceof AgentMessage.Stored) {
            observer.outboxGrew();
        } else {
            rejected(seat, keeping.takeRejected());
            screen.refresh();
        }
    }

    private void happened(SessionEntry seat, SessionMessage.Event event) {
        Optional<String> tooMuch = seat.quota().event();
        if (tooMuch.isPresent()) {
            giveUp(seat, tooMuch.get());
            return;
        }
        rejected(seat, EventSanitizer.rejected(event));
        EventCode code = EventSanitizer.code(event);
        events.keep(seat.asFront(), code, event.level(), EventSanitizer.numbers(event));
        if (code == EventCode.CARD_READ || code == EventCode.VISIT_BEGUN) {
            screen.citizenIs(seat, true);
        } else if (code == EventCode.VISIT_ENDED) {
            screen.citizenIs(seat, false);
        }
    }

    private void ending(SessionEntry seat, SessionMessage.Ending ending) {
        boolean wasInFront = seat.inFront();
        long millis = time.since(seat.sinceNanos()).toMillis();
        seat.line().send(new AgentMessage.Halt());
        seat.enter(Phase.ENDING, time.nanos());
        LOG.info("{} ends: {}", seat, ending.reason());
        if (wasInFront) {
            long reason = ending.reason().ordinal();
            Map<String, Long> numbers = Map.of("reason", reason, "millis", millis);
            events.keep(seat.asFront(), EventCode.SESSION_ENDED, Level.INFO, numbers);
            observer.conditionChanged();
        }
    }

    // ---- leaving

    /** Not believed any more: told to halt; what does not is killed by the keeper's watchdog. */
    private void giveUp(SessionEntry seat, String reason) {
        LOG.error("{} is given up: {}", seat, reason);
        seat.line().send(new AgentMessage.Halt());
        seat.enter(Phase.GIVEN_UP, time.nanos());
        observer.conditionChanged();
    }

    private void leave(SessionEntry seat, String reason) {
        if (seats.remove(seat)) {
            LOG.info("{} is gone ({}): {}", seat, seat.phase(), reason);
            screen.left(seat);
            long rejected = seat.quota().rejected();
            if (rejected > 0) {
                Map<String, Long> numbers = Map.of("slot", (long) seat.slot(), "rejected", rejected);
                events.keep(seat.asFront(), EventCode.WORDS_REJECTED, Level.WARNING, numbers);
            }
        }
    }

    // ---- time

    /** Looks for what took too long; to be called a few times a second. */
    public void tick() {
        for (SessionConnection line : List.copyOf(strangers)) {
            if (late(line.openedNanos(), HELLO_WITHIN)) {
                line.close();
            }
        }
        seats.all().forEach(this::look);
        if (stops.tick()) {
            observer.outboxGrew();
            screen.refresh();
        }
        screen.tick();
    }

    private void look(SessionEntry seat) {
        SessionConnection line = seat.line();
        if (seat.leaving()) {
            Duration patience = seat.phase() == Phase.ENDING ? HALT_WITHIN : HUNG_HALT_WITHIN;
            if (late(seat.sinceNanos(), patience)) {
                line.close();
            }
        } else if (late(line.heardNanos(), line.beating() ? HEARTBEAT_MISSED : STARTING)) {
            giveUp(seat, "no heartbeat for " + time.since(line.heardNanos()).toMillis() + " ms");
        } else if (seat.phase() == Phase.GRANTED && late(seat.sinceNanos(), SHOWN_WITHIN)) {
            giveUp(seat, "it got the screen and did not paint within " + SHOWN_WITHIN.toSeconds() + " s");
        }
    }

    private boolean late(long sinceNanos, Duration patience) {
        return time.since(sinceNanos).compareTo(patience) >= 0;
    }
}
