package org.yici.kiosk.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.yici.base.ErrorCode;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.DeviceReport;
import org.yici.device.DeviceId;

/**
 * The long-lived side of the terminal: grants the screen and keeps facts on disk. What is personal is sealed by the implementation
 * before it leaves this process.
 *
 * <p>Calls do not block. The futures never fail and may complete on any thread. If the agent goes away, what was not answered is said
 * again under the same key for 10 seconds; then it is answered with {@link StoreResult.Rejected}.
 */
public interface AgentClient {
    /** Who hears of grants, on the UI executor; set once, before anything is granted. */
    void listen(Listener listener);

    /** The granted screen is painted. */
    void shown();

    /** Keeps a sealed fact of another kind than a print; {@code content} is written as JSON and sealed. */
    CompletableFuture<StoreResult> entry(UUID key, String kind, int format, Object content);

    /**
     * Writes down that a print is about to happen.
     *
     * @param remainder what the server shall read if this session is lost
     */
    CompletableFuture<StoreResult> intent(Intent intent, PrintReport remainder);

    /** What the print came to: closes the intent and keeps the report, in one commit. */
    CompletableFuture<StoreResult> outcome(UUID intent, PrintReport report);

    /**
     * Stops {@code service} on this terminal, for everybody and beyond this session, until staff release it. The answer tells whether that is
     * on disk; it holds at once either way.
     *
     * @param reason what happened
     */
    CompletableFuture<StoreResult> stop(StoppableService service, ErrorCode reason);

    /** The devices as they are now. */
    void status(List<DeviceReport> devices);

    /**
     * Something happened; no personal data, no free text. That a session was shown and has ended is known from {@link #shown} and
     * {@link #ending} already.
     */
    void event(EventCode code, SessionEvent.Level level, Map<String, Long> numbers);

    /**
     * The session is over: said once everything before it was answered or given up. The process ends soon afterwards, whether the agent
     * answers or not.
     */
    void ending(EndReason reason);

    /**
     * A print, written down before the printer hears of it.
     *
     * @param key UUID of version 7
     * @param jobName the job's name at the printer, which is the copy's id
     */
    record Intent(UUID key, String jobName, DeviceId printer, int sheets) {}

    /**
     * The screen is this session's.
     *
     * @param server why the server cannot be asked; empty if it can: there is a pass
     * @param outOfOrder why nobody can be served, because nothing can be kept; empty if it can
     * @param stopped services that were stopped here, and why
     * @param openIntents prints of former sessions whose outcome is not known
     */
    record DisplayGrant(
            Optional<ErrorCode> server,
            Optional<ErrorCode> outOfOrder,
            Map<StoppableService, ErrorCode> stopped,
            List<Intent> openIntents) {
        public DisplayGrant(Optional<ErrorCode> server, Optional<ErrorCode> outOfOrder, List<Intent> openIntents) {
            this(server, outOfOrder, Map.of(), openIntents);
        }

        public DisplayGrant(Optional<ErrorCode> server, List<Intent> openIntents) {
            this(server, Optional.empty(), openIntents);
        }

        public DisplayGrant(boolean centreReachable, List<Intent> openIntents) {
            this(centreReachable ? Optional.empty() : Optional.of(ErrorCode.SERVER_GONE), openIntents);
        }

        public DisplayGrant {
            stopped = Map.copyOf(stopped);
            openIntents = List.copyOf(openIntents);
        }
    }

    /** Whether something is on disk. */
    sealed interface StoreResult {
        record Stored() implements StoreResult {}

        /** It is not. */
        record Rejected(ErrorCode reason) implements StoreResult {}
    }

    /** Hears of grants; all calls on the UI executor. */
    interface Listener {
        /** The first one grants the screen; later ones tell what has changed. */
        void granted(DisplayGrant grant);

        /** The agent is gone; it is looked for. */
        void away();

        /** The agent was looked for in vain: nothing can be kept any more. */
        void gone();
    }
}
