package org.yici.agent.store;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.base.Uuid7;
import org.yici.contract.Json;
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
                    new JournalLine(event, slot), room ? Optional.of(entry(event)) : Optional.empty(), event.at());
        } catch (StoreException e) {
            LOG.error("The event {} of session {} is not kept: {}", code, session, e.getMessage());
        }
    }

    private Entry entry(SessionEvent event) {
        EntryHeader header = new EntryHeader(terminal.value(), ids.next(), 1, EntryKinds.SESSION_EVENT, 1);
        return Entry.open(header, Json.tree(event));
    }
}
