package org.yici.agent.session;

import java.time.Instant;
import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.ipc.AgentMessage;

/** What a session is told of the centre. Asked on the loop. */
public interface ServerState {
    /** A pass that has not ended; empty if there is none. */
    Optional<AgentMessage.Pass> pass();

    /** Why there is no pass, where more is known than that nobody answers. */
    Optional<ErrorCode> trouble();

    /** What time it is by the centre's word; empty while it has not said. */
    Optional<Instant> now();

    /** Whether the broker is connected now. */
    boolean online();

    /** The longest entry, in bytes of JSON, that can be brought to the centre. */
    long longestEntry();
}
