package org.yici.ipc;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.DeviceReport;

/** What a session says. */
public sealed interface SessionMessage extends IpcMessage {
    /**
     * First message.
     *
     * @param protocol {@link IpcMessage#PROTOCOL}
     * @param slot which of the keeper's places this process has, from 1
     * @param token the one-time token that the keeper gave to this process and to the agent
     * @param session random id of the session
     * @param build the session program's version
     */
    record Hello(int protocol, int slot, String token, UUID session, String build) implements SessionMessage {
        @Override
        public String toString() {
            return "Hello[slot " + slot + ", " + session + "]";
        }
    }

    /** The granted screen is painted. */
    record ScreenPainted() implements SessionMessage {}

    /** Sent through the event dispatch thread every 500 ms. */
    record Heartbeat(long number) implements SessionMessage {}

    /** Keep this sealed entry; answered by {@link AgentMessage.Stored} under its key and version, after the commit. */
    record KeepEntry(Entry entry) implements SessionMessage {}

    /** Keep this intent before the physical act; answered by {@link AgentMessage.Stored} under its key, version 0. */
    record KeepIntent(PrintIntent intent) implements SessionMessage {}

    /**
     * What the act came to: closes the intent and keeps the sealed report, in one commit; answered by {@link AgentMessage.Stored} under the
     * report's key and version.
     *
     * @param intent key of the intent
     * @param outcome DELIVERED, PARTIAL, FAILED or UNCERTAIN
     * @param report sealed, kind {@code print-outcome}
     */
    record KeepOutcome(UUID intent, String outcome, Entry report) implements SessionMessage {}

    /**
     * Offer {@code service} to nobody on this terminal until staff release it; answered by {@link AgentMessage.Stored} under {@code key}, version 0,
     * once that is on disk. It holds from when it is heard.
     *
     * @param key fresh; the same again for a repeat
     * @param service a word of {@link org.yici.contract.StoppableService}
     * @param code of the registry of error codes: what happened
     */
    record StopService(UUID key, String service, String code) implements SessionMessage {}

    /** The devices as they are now; sent at each change. */
    record Status(List<DeviceReport> devices) implements SessionMessage {
        public Status {
            devices = List.copyOf(devices);
        }
    }

    /** Something happened; no free text. {@code code} is a name of {@code EventCode}. */
    record Event(String code, SessionEvent.Level level, Map<String, Long> numbers) implements SessionMessage {
        public Event {
            numbers = Map.copyOf(numbers);
        }
    }

    /** The session is over: answered by {@link AgentMessage.Halt}. */
    record Ending(Reason reason) implements SessionMessage {}

    /** Why a session ends. */
    enum Reason {
        FINISHED,
        CANCELLED,
        TIMED_OUT,
        FAULT
    }
}
