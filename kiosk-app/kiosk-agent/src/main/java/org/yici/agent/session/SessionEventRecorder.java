package org.yici.agent.session;

import java.util.Map;
import org.yici.agent.store.EventRecorder;
import org.yici.agent.store.ForegroundSession;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.SessionEvent.Level;

/** Keeps what happens to sessions, under the session's id and slot, and says that there is something to bring to the centre. Of the loop. */
final class SessionEventRecorder {
    private final EventRecorder events;
    private final SessionManagerListener observer;

    SessionEventRecorder(EventRecorder events, SessionManagerListener observer) {
        this.events = events;
        this.observer = observer;
    }

    void keep(ForegroundSession who, EventCode code, Level level, Map<String, Long> numbers) {
        events.keep(who.session().toString(), who.slot(), code, level, numbers);
        observer.outboxGrew();
    }
}
