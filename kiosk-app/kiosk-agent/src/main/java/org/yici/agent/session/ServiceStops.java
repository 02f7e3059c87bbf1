package org.yici.agent.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.agent.store.AgentStore;
import org.yici.agent.store.EventRecorder;
import org.yici.agent.store.ForegroundSession;
import org.yici.agent.store.StoreException;
import org.yici.base.ErrorCode;
import org.yici.base.Time;
import org.yici.contract.StoppableService;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.SessionMessage;

/**
 * Which services are stopped on this terminal. A stop holds from when a session says it; what could not be written down is tried again. Staff
 * release a service in the store, from another process, which is noticed within two seconds. Of the loop.
 */
final class ServiceStops {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceStops.class);

    /** Reading a table of some rows takes microseconds. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final int NO_VERSION = 0;

    private final AgentStore store;
    private final EventRecorder events;
    private final Time time;
    private final Map<StoppableService, Stop> unwritten = new EnumMap<>(StoppableService.class);
    private Map<String, String> written = Map.of();
    private long lookedNanos;

    private record Stop(ErrorCode code, ForegroundSession by) {}

    ServiceStops(AgentStore store, EventRecorder events, Time time) {
        this.store = store;
        this.events = events;
        this.time = time;
        read();
    }

    /** Words of services, each with the code that says why it is stopped. */
    Map<String, String> current() {
        Map<String, String> all = new TreeMap<>(written);
        unwritten.forEach(
                (service, stop) -> all.putIfAbsent(service.word(), stop.code().code()));
        return all;
    }

    /** Stops what the session asks for, and answers it after the commit. */
    AgentMessage stop(ForegroundSession by, SessionMessage.StopService said) {
        Optional<StoppableService> service = StoppableService.of(said.service());
        Optional<ErrorCode> code = ErrorCode.of(said.code());
        if (service.isEmpty() || code.isEmpty()) {
            LOG.error("A session wants something stopped that cannot be, or says why in words that nobody knows");
            return notKept(said, ErrorCode.AGENT_REFUSED);
        }
        LOG.error("Session {} stops {} with {} until staff release it", by.session(), service.get(), code.get());
        unwritten.putIfAbsent(service.get(), new Stop(code.get(), by));
        try {
            write();
            return new AgentMessage.Stored(said.key(), NO_VERSION);
        } catch (StoreException e) {
            LOG.error("The stop is not written down yet: {}", e.getMessage());
            return notKept(said, e.reason().code());
        }
    }

    private static AgentMessage notKept(SessionMessage.StopService said, ErrorCode reason) {
        return new AgentMessage.Rejected(said.key(), NO_VERSION, reason.code());
    }

    private void write() throws StoreException {
        for (Map.Entry<StoppableService, Stop> one : List.copyOf(unwritten.entrySet())) {
            events.keepStop(one.getValue().by(), one.getKey(), one.getValue().code());
            unwritten.remove(one.getKey());
            read();
        }
    }

    /** Writes what was not written yet and notices what staff released; whether anything changed. To be called often. */
    boolean tick() {
        if (time.since(lookedNanos).compareTo(LOOK) < 0) {
            return false;
        }
        Map<String, String> before = current();
        try {
            write();
            for (String service : new ArrayList<>(store.releasedServices())) {
                events.keepRelease(service);
                LOG.warn("{} was released by staff", service);
            }
        } catch (StoreException e) {
            LOG.error("What is stopped cannot be brought up to date: {}", e.getMessage());
        }
        read();
        return !current().equals(before);
    }

    /** A store that cannot be read stops everything; what was known before stays. */
    private void read() {
        lookedNanos = time.nanos();
        try {
            written = store.stoppedServices();
        } catch (StoreException e) {
            LOG.error("Which services are stopped cannot be read: {}", e.getMessage());
        }
    }
}
