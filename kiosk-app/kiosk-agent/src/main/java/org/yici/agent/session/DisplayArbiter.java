package org.yici.agent.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.session.SessionEntry.Phase;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.ForegroundSession;
import org.yici.agent.store.StoreException;
import org.yici.base.Build;
import org.yici.base.ErrorCode;
import org.yici.base.Time;
import org.yici.contract.Json;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.contract.message.DeviceReport;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.AgentMessage.PreviousEnd;
import org.yici.ipc.PrintIntent;

/**
 * Whose the screen is: given to the session that waited longest, once the one before is gone, and told to that one alone what it should
 * know. After a restart of the agent it is kept for the session that had it. Of the loop.
 */
final class DisplayArbiter {
    private static final Logger LOG = LoggerFactory.getLogger(DisplayArbiter.class);

    /** A session in mid-journey tries for 10 s to find a restarted agent again; nobody else gets the screen before. */
    private static final Duration RECONNECT_WITHIN = Duration.ofSeconds(11);

    private final SessionRegistry seats;
    private final AgentStore store;
    private final ServiceStops stops;
    private final SessionEventRecorder events;
    private final ServerState centre;
    private final SessionManagerListener observer;
    private final Time time;
    private final long startNanos;

    private final CurrentDeviceStatus devices = new CurrentDeviceStatus();
    private final DeviceTotals totals;
    private @Nullable SessionEntry front;
    private @Nullable ForegroundSession awaited;
    private PreviousEnd previousEnd = PreviousEnd.NONE;
    private boolean citizen;
    private byte[] told = new byte[0];

    DisplayArbiter(
            SessionRegistry seats,
            AgentStore store,
            ServiceStops stops,
            SessionEventRecorder events,
            ServerState centre,
            SessionManagerListener observer,
            Time time)
            throws StoreException {
        this.seats = seats;
        this.store = store;
        this.stops = stops;
        this.events = events;
        this.centre = centre;
        this.observer = observer;
        this.time = time;
        this.startNanos = time.nanos();
        this.totals = new DeviceTotals(store);
        this.awaited = store.front().orElse(null);
    }

    /** {@code none}, {@code idle} or {@code citizen}. */
    String session() {
        if (front == null || !front.inFront()) {
            return "none";
        }
        return citizen ? "citizen" : "idle";
    }

    /** As the session in front last told them. */
    List<DeviceReport> devices() {
        return devices.reports();
    }

    // ---- who gets it

    /** A session was let in. */
    void seated(SessionEntry seat) {
        if (awaited != null && awaited.session().equals(seat.session())) {
            LOG.info("{} had the screen before the agent was restarted and keeps it", seat);
            awaited = null;
            take(seat, Phase.SHOWN);
        } else if (awaited != null && awaited.slot() == seat.slot()) {
            awaitedIsLost("its place has another session");
        }
        grantIfFree();
    }

    /** The session of this seat has a new line and knows nothing of what was told on the one before. */
    void seatedAgain(SessionEntry seat) {
        if (seat == front) {
            told = new byte[0];
            refresh();
        }
    }

    /** Its socket is closed. */
    void left(SessionEntry seat) {
        if (seat != front) {
            return;
        }
        front = null;
        boolean saidSo = seat.phase() == Phase.ENDING;
        previousEnd = saidSo ? PreviousEnd.ENDED : PreviousEnd.LOST;
        boolean changed = devices.nobodyLooks();
        grantIfFree();
        if (front == null) {
            // Otherwise written down with the next one: whoever waits for the screen waits for one commit, not for two.
            rememberFront(Optional.empty());
        }
        if (!saidSo) {
            long age = time.since(seat.sinceNanos()).toMillis();
            lost(seat.asFront(), Map.of("slot", (long) seat.slot(), "millis", age));
        }
        if (changed || front == null) {
            observer.conditionChanged();
        }
    }

    /** Stops waiting for the session that had the screen before the agent was restarted, if it took too long. */
    void tick() {
        if (awaited != null && time.since(startNanos).compareTo(RECONNECT_WITHIN) >= 0) {
            awaitedIsLost("it did not come back within " + RECONNECT_WITHIN.toSeconds() + " s");
            grantIfFree();
        }
    }

    private void grantIfFree() {
        if (front == null && awaited == null) {
            seats.nextWaiting().ifPresent(seat -> take(seat, Phase.GRANTED));
        }
    }

    private void take(SessionEntry seat, Phase phase) {
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

    private void awaitedIsLost(String reason) {
        ForegroundSession gone = awaited;
        if (gone != null) {
            LOG.info(
                    "Session {} in slot {} had the screen before the agent started and is lost: {}",
                    gone.session(),
                    gone.slot(),
                    reason);
            awaited = null;
            seats.end(gone.session());
            previousEnd = PreviousEnd.LOST;
            rememberFront(Optional.empty());
            lost(gone, Map.of("slot", (long) gone.slot()));
        }
    }

    private void lost(ForegroundSession who, Map<String, Long> numbers) {
        events.keep(who, EventCode.SESSION_LOST, Level.ERROR, numbers);
    }

    private void rememberFront(Optional<ForegroundSession> who) {
        try {
            store.rememberFront(who);
        } catch (StoreException e) {
            LOG.error("Who has the screen is not written down: {}", e.getMessage());
        }
    }

    // ---- what the one in front is told

    /** Tells the session in front what it should know, if that changed. */
    void refresh() {
        SessionEntry seat = front;
        if (seat == null || !seat.inFront()) {
            return;
        }
        List<PrintIntent> open = openIntents(seat);
        byte[] now = Json.write(foreground(Instant.EPOCH, Optional.empty(), open));
        if (!Arrays.equals(now, told)) {
            told = now;
            seat.line().send(foreground(lastGoodTime(), centre.now(), open));
        }
    }

    /** A store that cannot be read is in trouble, and the session is told that: nothing is printed then. */
    private List<PrintIntent> openIntents(SessionEntry seat) {
        try {
            return store.openIntents(seat.session());
        } catch (StoreException e) {
            LOG.error("{} is not told what is open: {}", seat, e.getMessage());
            return List.of();
        }
    }

    private Instant lastGoodTime() {
        try {
            return store.lastGoodTime().orElse(Build.time());
        } catch (StoreException e) {
            LOG.error("{}", e.getMessage());
            return Build.time();
        }
    }

    private AgentMessage.DisplayGrant foreground(
            Instant lastGoodTime, Optional<Instant> centreTime, List<PrintIntent> open) {
        return new AgentMessage.DisplayGrant(
                centre.pass(),
                centre.trouble().map(ErrorCode::code),
                centre.online(),
                lastGoodTime,
                centreTime,
                open,
                previousEnd,
                store.trouble().map(reason -> reason.code().code()),
                stops.current());
    }

    // ---- what the one in front tells

    /** {@code seen} holds closed words alone. */
    void devicesSeen(SessionEntry seat, List<DeviceReport> seen) {
        if (devices.report(totals.added(seat.session(), seen))) {
            observer.conditionChanged();
        }
    }

    /** The first time it paints is an event; painting again after a restart of the agent is none. */
    void painted(SessionEntry seat) {
        if (seat.phase() == Phase.GRANTED) {
            long millis = time.since(seat.sinceNanos()).toMillis();
            seat.enter(Phase.SHOWN, time.nanos());
            Map<String, Long> numbers = Map.of("slot", (long) seat.slot(), "millis", millis);
            events.keep(seat.asFront(), EventCode.SESSION_SHOWN, Level.INFO, numbers);
        }
    }

    /** Whether from now on a citizen stands before it. */
    void citizenIs(SessionEntry seat, boolean there) {
        if (seat == front && citizen != there) {
            citizen = there;
            observer.conditionChanged();
        }
    }
}
