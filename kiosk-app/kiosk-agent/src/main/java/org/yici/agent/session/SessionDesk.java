package org.yici.agent.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.session.Seat.Phase;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.EventRecorder;
import org.yici.agent.store.Front;
import org.yici.agent.store.StoreException;
import org.yici.base.Build;
import org.yici.base.Time;
import org.yici.contract.Json;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.contract.message.DeviceReport;
import org.yici.link.FromAgent;
import org.yici.link.FromAgent.PreviousEnd;
import org.yici.link.FromSession;
import org.yici.link.LinkMessage;
import org.yici.link.PrintIntent;

/**
 * Gives the screen to one session at a time: to the one that waited longest, once the socket of the one before is closed. What a session
 * says is only believed while it sends heartbeats. Lives on the agent's loop; nothing here blocks but the store's commits.
 */
public final class SessionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);

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

    /** A session in mid-journey tries for 10 s to find a restarted agent again; nobody else gets the screen before. */
    private static final Duration RECONNECT_WITHIN = Duration.ofSeconds(11);

    private static final int MOST_STRANGERS = 8;
    private static final int MOST_EVENTS = 2000;
    private static final int MOST_ENDED = 200;

    private final DeskConfig config;
    private final AgentStore store;
    private final EventRecorder events;
    private final Keeping keeping;
    private final Tokens tokens;
    private final Centre centre;
    private final DeskObserver observer;
    private final Time time;

    private final List<SessionLine> strangers = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final Set<UUID> ended = new LinkedHashSet<>();
    private final FrontDevices devices = new FrontDevices();
    private final long startNanos;
    private @Nullable Seat front;
    private @Nullable Front awaited;
    private PreviousEnd previousEnd = PreviousEnd.NONE;
    private boolean citizen;
    private byte[] told = new byte[0];

    public SessionDesk(
            DeskConfig config, AgentStore store, EventRecorder events, Centre centre, DeskObserver observer, Time time)
            throws StoreException {
        this.config = config;
        this.store = store;
        this.events = events;
        this.centre = centre;
        this.observer = observer;
        this.time = time;
        this.tokens = new Tokens(config.folders());
        this.keeping = new Keeping(store, config.terminal(), time, centre);
        this.awaited = store.front().orElse(null);
        this.startNanos = time.nanos();
    }

    /** The devices as the session in front last told them. */
    public List<DeviceReport> devices() {
        return devices.reports();
    }

    /** {@code none}, {@code idle} or {@code citizen}. */
    public String session() {
        if (front == null || !front.inFront()) {
            return "none";
        }
        return citizen ? "citizen" : "idle";
    }

    // ---- lines

    void arrived(SessionLine line) {
        if (strangers.size() >= MOST_STRANGERS) {
            LOG.warn("Too many connections that say nothing");
            line.close();
            return;
        }
        strangers.add(line);
    }

    void said(SessionLine line, FromSession message) {
        Optional<Seat> seat = seatOf(line);
        if (seat.isPresent()) {
            said(seat.get(), message);
        } else if (message instanceof FromSession.Hello hello && strangers.contains(line)) {
            hello(line, hello);
        } else {
            line.close();
        }
    }

    void gone(SessionLine line, String reason) {
        strangers.remove(line);
        seatOf(line).ifPresent(seat -> leave(seat, reason));
    }

    private Optional<Seat> seatOf(SessionLine line) {
        return seats.stream().filter(seat -> seat.line() == line).findFirst();
    }

    // ---- arriving

    private void hello(SessionLine line, FromSession.Hello hello) {
        boolean slotExists = hello.slot() >= 1 && hello.slot() <= config.slots();
        if (!slotExists || !tokens.accepts(hello.slot(), hello.token(), hello.session())) {
            LOG.warn("{} has no place or not its token and is turned away", hello);
            line.close();
            return;
        }
        if (hello.protocol() != LinkMessage.PROTOCOL || ended.contains(hello.session())) {
            LOG.warn("{} (build {}, protocol {}) is over or too old or new", hello, hello.build(), hello.protocol());
            line.send(new FromAgent.Halt());
            return;
        }
        strangers.remove(line);
        Optional<Seat> before =
                seats.stream().filter(seat -> seat.slot() == hello.slot()).findFirst();
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

    private void welcome(SessionLine line, FromSession.Hello hello) {
        Seat seat = new Seat(hello.session(), hello.slot(), line, time.nanos());
        seats.add(seat);
        LOG.info("{} is here, build {}", seat, hello.build());
        line.send(welcome());
        if (awaited != null && awaited.session().equals(seat.session())) {
            LOG.info("{} had the screen before the agent was restarted and keeps it", seat);
            awaited = null;
            take(seat, Phase.SHOWN);
        } else if (awaited != null && awaited.slot() == seat.slot()) {
            awaitedIsLost("its place has another session");
        }
        grantIfFree();
    }

    private FromAgent.Welcome welcome() {
        return new FromAgent.Welcome(LinkMessage.PROTOCOL, config.terminal().value(), Build.version());
    }

    private void reconnected(Seat seat, SessionLine line) {
        LOG.info("{} connected again", seat);
        seat.line().close();
        seat.reconnect(line);
        line.send(welcome());
        if (seat == front) {
            told = new byte[0];
            refresh();
        }
    }

    // ---- the screen

    private void grantIfFree() {
        if (front != null || awaited != null) {
            return;
        }
        Optional<Seat> next =
                seats.stream().filter(seat -> seat.phase() == Phase.WAITING).findFirst();
        next.ifPresent(seat -> take(seat, Phase.GRANTED));
    }

    private void take(Seat seat, Phase phase) {
        front = seat;
        citizen = false;
        told = new byte[0];
        seat.enter(phase, time.nanos());
        rememberFront(Optional.of(seat.asFront()));
        LOG.info("{} has the screen; the one before: {}", seat, previousEnd);
        refresh();
        if (centre.pass().isEmpty()) {
            observer.passWanted();
        }
        observer.conditionChanged();
    }

    private void rememberFront(Optional<Front> who) {
        try {
            store.rememberFront(who);
        } catch (StoreException e) {
            LOG.error("Who has the screen is not written down: {}", e.getMessage());
        }
    }

    /** Tells the session in front what it should know, if that changed. */
    public void refresh() {
        Seat seat = front;
        if (seat == null || !seat.inFront()) {
            return;
        }
        try {
            List<PrintIntent> open = store.openIntents(seat.session());
            byte[] now = Json.write(foreground(Instant.EPOCH, open));
            if (!Arrays.equals(now, told)) {
                told = now;
                seat.line().send(foreground(store.lastGoodTime().orElse(Build.time()), open));
            }
        } catch (StoreException e) {
            LOG.error("{} is not told the state of things: {}", seat, e.getMessage());
        }
    }

    private FromAgent.Foreground foreground(Instant lastGoodTime, List<PrintIntent> open) {
        return new FromAgent.Foreground(centre.pass(), centre.online(), lastGoodTime, open, previousEnd);
    }

    // ---- what sessions say

    private void said(Seat seat, FromSession message) {
        if (seat.leaving()) {
            return;
        }
        if (message instanceof FromSession.Event event) {
            happened(seat, event);
        } else if (message instanceof FromSession.Ending ending) {
            ending(seat, ending);
        } else if (seat.inFront()) {
            saidInFront(seat, message);
        } else if (!(message instanceof FromSession.Status)) {
            giveUp(
                    seat,
                    "it acts without having the screen: " + message.getClass().getSimpleName());
        }
    }

    private void saidInFront(Seat seat, FromSession message) {
        if (message instanceof FromSession.KeepEntry said) {
            answer(seat, keeping.entry(said));
        } else if (message instanceof FromSession.KeepIntent said) {
            answer(seat, keeping.intent(seat.session(), said));
        } else if (message instanceof FromSession.KeepOutcome said) {
            answer(seat, keeping.outcome(said));
            refresh();
        } else if (message instanceof FromSession.Status status) {
            if (devices.report(status.devices())) {
                observer.conditionChanged();
            }
        } else if (message instanceof FromSession.Shown) {
            shown(seat);
        } else {
            giveUp(seat, "it says " + message.getClass().getSimpleName() + " in the wrong place");
        }
    }

    private void answer(Seat seat, FromAgent answer) {
        seat.line().send(answer);
        if (answer instanceof FromAgent.Kept) {
            observer.outboxGrew();
        }
    }

    private void shown(Seat seat) {
        if (seat.phase() == Phase.GRANTED) {
            long millis = time.since(seat.sinceNanos()).toMillis();
            seat.enter(Phase.SHOWN, time.nanos());
            keep(seat, EventCode.SESSION_SHOWN, Level.INFO, Map.of("slot", (long) seat.slot(), "millis", millis));
        }
    }

    private void happened(Seat seat, FromSession.Event event) {
        if (seat.countEvent() > MOST_EVENTS) {
            giveUp(seat, "it told more than " + MOST_EVENTS + " events");
            return;
        }
        EventCode code = ClosedWords.code(event);
        keep(seat, code, event.level(), ClosedWords.numbers(event));
        if (seat == front && code == EventCode.CARD_READ && !citizen) {
            citizen = true;
            observer.conditionChanged();
        }
    }

    private void ending(Seat seat, FromSession.Ending ending) {
        boolean wasInFront = seat.inFront();
        long millis = time.since(seat.sinceNanos()).toMillis();
        seat.line().send(new FromAgent.Halt());
        seat.enter(Phase.ENDING, time.nanos());
        LOG.info("{} ends: {}", seat, ending.reason());
        if (wasInFront) {
            long reason = ending.reason().ordinal();
            keep(seat, EventCode.SESSION_ENDED, Level.INFO, Map.of("reason", reason, "millis", millis));
            observer.conditionChanged();
        }
    }

    private void keep(Seat seat, EventCode code, Level level, Map<String, Long> numbers) {
        events.keep(seat.session().toString(), seat.slot(), code, level, numbers);
        observer.outboxGrew();
    }

    // ---- leaving

    /** Not believed any more: told to halt; what does not is killed by the keeper's watchdog. */
    private void giveUp(Seat seat, String reason) {
        LOG.error("{} is given up: {}", seat, reason);
        seat.line().send(new FromAgent.Halt());
        seat.enter(Phase.GIVEN_UP, time.nanos());
        observer.conditionChanged();
    }

    private void leave(Seat seat, String reason) {
        if (!seats.remove(seat)) {
            return;
        }
        remember(seat.session());
        LOG.info("{} is gone ({}): {}", seat, seat.phase(), reason);
        if (seat != front) {
            return;
        }
        front = null;
        boolean saidSo = seat.phase() == Phase.ENDING;
        previousEnd = saidSo ? PreviousEnd.ENDED : PreviousEnd.LOST;
        boolean changed = devices.nobodyLooks();
        rememberFront(Optional.empty());
        grantIfFree();
        if (!saidSo) {
            lost(seat.asFront(), time.since(seat.sinceNanos()));
        }
        if (changed || front == null) {
            observer.conditionChanged();
        }
    }

    private void lost(Front seat, Duration age) {
        Map<String, Long> numbers = Map.of("slot", (long) seat.slot(), "millis", age.toMillis());
        events.keep(seat.session().toString(), seat.slot(), EventCode.SESSION_LOST, Level.ERROR, numbers);
        observer.outboxGrew();
    }

    private void awaitedIsLost(String reason) {
        Front gone = awaited;
        if (gone != null) {
            LOG.info(
                    "Session {} in slot {} had the screen before the agent started and is lost: {}",
                    gone.session(),
                    gone.slot(),
                    reason);
            awaited = null;
            remember(gone.session());
            previousEnd = PreviousEnd.LOST;
            rememberFront(Optional.empty());
            SessionEvent.Level level = Level.ERROR;
            events.keep(gone.session().toString(), gone.slot(), EventCode.SESSION_LOST, level, Map.of("slot", (long)
                    gone.slot()));
            observer.outboxGrew();
        }
    }

    private void remember(UUID session) {
        ended.add(session);
        if (ended.size() > MOST_ENDED) {
            ended.remove(ended.iterator().next());
        }
    }

    // ---- time

    /** Looks for what took too long; to be called a few times a second. */
    public void tick() {
        for (SessionLine line : List.copyOf(strangers)) {
            if (late(line.openedNanos(), HELLO_WITHIN)) {
                line.close();
            }
        }
        List.copyOf(seats).forEach(this::look);
        if (awaited != null && late(startNanos, RECONNECT_WITHIN)) {
            awaitedIsLost("it did not come back within " + RECONNECT_WITHIN.toSeconds() + " s");
            grantIfFree();
        }
    }

    private void look(Seat seat) {
        SessionLine line = seat.line();
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
