package org.yici.ipc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the agent says. */
public sealed interface AgentMessage extends IpcMessage {
    /** The answer to a hello that was accepted. */
    record Welcome(int protocol, String terminal, String build) implements AgentMessage {}

    /**
     * The screen is yours; sent again whenever something in it changes, for as long as that lasts.
     *
     * @param pass for requests to the centre; empty while there is none
     * @param trouble short code of the registry of error codes: why there is no pass; empty while there is one, or where nobody answers
     * @param centreOnline whether the broker is connected now
     * @param lastGoodTime the latest time known to be good; it is not earlier
     * @param centreTime what time it is by the centre's word, to be carried on by the monotonic clock; empty while it has not said
     * @param openIntents acts of former sessions whose outcome is not known: to be reconciled before anything else
     * @param previousEnd how the session before ended
     * @param outOfOrder short code of the registry of error codes: why nothing can be kept and nobody be served; empty if all is well
     * @param stoppedServices words of {@link org.yici.contract.StoppableService} that are offered to nobody until staff release them, each
     *     with the short code that says why
     */
    record DisplayGrant(
            Optional<Pass> pass,
            Optional<String> trouble,
            boolean centreOnline,
            Instant lastGoodTime,
            Optional<Instant> centreTime,
            List<PrintIntent> openIntents,
            PreviousEnd previousEnd,
            Optional<String> outOfOrder,
            Map<String, String> stoppedServices)
            implements AgentMessage {
        public DisplayGrant(
                Optional<Pass> pass,
                boolean centreOnline,
                Instant lastGoodTime,
                List<PrintIntent> openIntents,
                PreviousEnd previousEnd) {
            this(
                    pass,
                    Optional.empty(),
                    centreOnline,
                    lastGoodTime,
                    Optional.empty(),
                    openIntents,
                    previousEnd,
                    Optional.empty(),
                    Map.of());
        }

        public DisplayGrant {
            openIntents = List.copyOf(openIntents);
            stoppedServices = Map.copyOf(stoppedServices);
        }
    }

    /** A pass, and when it ends on the centre's clock. */
    record Pass(String value, Instant expires) {
        @Override
        public String toString() {
            return "Pass[until " + expires + "]";
        }
    }

    /** How the session before this one ended. */
    enum PreviousEnd {
        /** There was none since the agent started. */
        NONE,
        /** It said so itself. */
        ENDED,
        /** It vanished or hung. */
        LOST
    }

    /** It is on disk. {@code version} is 0 for an intent. */
    record Stored(UUID key, int version) implements AgentMessage {}

    /** It is not, and will not be: {@code code} is of the registry of error codes. */
    record Rejected(UUID key, int version, String code) implements AgentMessage {}

    /** End this process now. */
    record Halt() implements AgentMessage {}
}
