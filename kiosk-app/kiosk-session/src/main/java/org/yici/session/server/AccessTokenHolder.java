package org.yici.session.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yici.base.Time;
import org.yici.ipc.AgentMessage;

/**
 * The pass that the agent handed over last, until its end. An agent that was started anew has none for a moment, and that takes nothing
 * away: the one before is as good. Thread-safe.
 */
public final class AccessTokenHolder {
    private final Time time;
    private volatile Optional<AgentMessage.Pass> latest = Optional.empty();

    /** @param time what time it is at the server, which says it with each pass */
    public AccessTokenHolder(Time time) {
        this.time = time;
    }

    /** From now on this one, if there is one. */
    public void hold(Optional<AgentMessage.Pass> pass) {
        if (pass.isPresent()) {
            latest = pass;
        }
    }

    /** The pass, if there is one and it has not ended. */
    public Optional<String> pass() {
        return latest.filter(pass -> pass.expires().isAfter(time.now())).map(AgentMessage.Pass::value);
    }

    /** Whether there is a pass for at least so long. */
    public boolean lasts(Duration atLeast) {
        Instant then = time.now().plus(atLeast);
        return latest.filter(pass -> pass.expires().isAfter(then)).isPresent();
    }

    @Override
    public String toString() {
        return "PassHolder";
    }
}
