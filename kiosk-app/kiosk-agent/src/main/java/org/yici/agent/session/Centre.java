package org.yici.agent.session;

import java.util.Optional;
import org.yici.link.FromAgent;

/** What a session is told of the centre. Asked on the loop. */
public interface Centre {
    /** A pass that has not ended; empty if there is none. */
    Optional<FromAgent.Pass> pass();

    /** Whether the broker is connected now. */
    boolean online();

    /** The longest entry, in bytes of JSON, that can be brought to the centre. */
    long longestEntry();
}
