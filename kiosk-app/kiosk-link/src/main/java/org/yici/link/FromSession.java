package org.yici.link;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.DeviceReport;

/** What a session says. */
public sealed interface FromSession extends LinkMessage {
    /**
     * First message.
     *
     * @param protocol {@link LinkMessage#PROTOCOL}
     * @param slot which of the keeper's places this process has, from 1
     * @param token the one-time token that the keeper gave to this process and to the agent
     * @param session random id of the session
     * @param build the session program's version
     */
    record Hello(int protocol, int slot, String token, UUID session, String build) implements FromSession {
        @Override
        public String toString() {
            return "Hello[slot " + slot + ", " + session + "]";
        }
    }

    /** The granted screen is painted. */
    record Shown() implements FromSession {}

    /** Sent through the event dispatch thread every 500 ms. */
    record Heartbeat(long number) implements FromSession {}

    /** Keep this sealed entry; answered by {@link FromAgent.Kept} under its key and version, after the commit. */
    record KeepEntry(Entry entry) implements FromSession {}

    /** Keep this intent before the physical act; answered by {@link FromAgent.Kept} under its key, version 0. */
    record KeepIntent(PrintIntent intent) implements FromSession {}

    /**
     * What the act came to: closes the intent and keeps the sealed report, in one commit; answered by {@link FromAgent.Kept} under the
     * report's key and version.
     *
     * @param intent key of the intent
     * @param outcome DELIVERED, PARTIAL, FAILED or UNCERTAIN
     * @param report sealed, kind {@code print-outcome}
     */
    record KeepOutcome(UUID intent, String outcome, Entry report) implements FromSession {}

    /**
     * Offer {@code service} to nobody on this terminal until staff release it; answered by {@link FromAgent.Kept} under {@code key}, version 0,
     * once that is on disk. It holds from when it is heard.
     *
     * @param key fresh; the same again for a repeat
     * @param service a word of {@link org.yici.contract.StoppableService}
     * @param code of the registry of error codes: what happened
     */
    record StopService(UUID key, String service, String code) implements FromSession {}

    /** The devices as they are now; sent at each change. */
    record Status(List<DeviceReport> devices) implements FromSession {
        public Status {
            devices = List.copyOf(devices);
        }
    }

    /** Something happened; no free text. {@code code} is a name of {@code EventCode}. */
    record Event(String code, SessionEvent.Level level, Map<String, Long> numbers) implements FromSession {
        public Event {
            numbers = Map.copyOf(numbers);
        }
    }

    /** The session is over: answered by {@link FromAgent.Halt}. */
    record Ending(Reason reason) implements FromSession {}

    /** Why a session ends. */
    enum Reason {
        FINISHED,
        LEFT,
        TIMED_OUT,
        FAULT
    }
}
