package org.yici.agent.store;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.ErrorCode;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.Json;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent;

/**
 * Writes events into the journal and, as open entries, into the outbox. An event that cannot be kept is logged and given up: nobody waits
 * for it. Of the store's thread.
 */
public final class EventRecorder {
    /** Without a centre for weeks, prints and applications still need the space: from here on events stay in the journal. */
    private static final long MOST_ROWS = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

    private final AgentStore store;
    private final TerminalId terminal;
    private final Uuid7 ids;
    private final Time time;

    public EventRecorder(AgentStore store, TerminalId terminal, Uuid7 ids, Time time) {
        this.store = store;
        this.terminal = terminal;
        this.ids = ids;
        this.time = time;
    }

    /** Keeps one event of {@code session}, which is an id or {@link SessionEvent#AGENT}. */
    public void keep(String session, int slot, EventCode code, SessionEvent.Level level, Map<String, Long> numbers) {
        SessionEvent event = new SessionEvent(session, code.name(), level, numbers, time.now());
        try {
            boolean room = store.outboxRows() < MOST_ROWS;
            store.keepEvent(
                    new EventLogLine(event, slot), room ? Optional.of(entry(event)) : Optional.empty(), event.at());
        } catch (StoreException e) {
            LOG.error("The event {} of session {} is not kept: {}", code, session, e.getMessage());
        }
    }

    /** Stops a service in the name of a session and tells it, in one commit; nothing of it is kept again if it was stopped before. */
    public void keepStop(ForegroundSession by, StoppableService service, ErrorCode code) throws StoreException {
        Map<String, Long> number =
                Map.of(code.code().substring(0, 1), Long.valueOf(code.code().substring(1)));
        SessionEvent event = new SessionEvent(
                by.session().toString(),
                EventCode.SERVICE_STOPPED.name(),
                SessionEvent.Level.ERROR,
                number,
                time.now());
        store.stopService(
                service.word(),
                code.code(),
                by.session(),
                event.at(),
                new EventLogLine(event, by.slot()),
                entry(event));
    }

    /** Tells that staff released a service, once. */
    public void keepRelease(String service) throws StoreException {
        SessionEvent event = new SessionEvent(
                SessionEvent.AGENT,
                EventCode.SERVICE_RELEASED.name(),
                SessionEvent.Level.WARNING,
                Map.of(),
                time.now());
        store.forgetRelease(service, event.at(), new EventLogLine(event, 0), entry(event));
    }

    private Entry entry(SessionEvent event) {
        EntryHeader header = new EntryHeader(terminal.value(), ids.next(), 1, EntryKinds.SESSION_EVENT, 1);
        return Entry.open(header, Json.tree(event));
    }
}
