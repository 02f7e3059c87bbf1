package org.yici.session.centre;

import java.util.Optional;
import org.yici.base.Time;
import org.yici.link.FromAgent;

/** The pass that the agent handed over last. Thread-safe. */
public final class PassHolder {
    private final Time time;
    private volatile Optional<FromAgent.Pass> latest = Optional.empty();

    public PassHolder(Time time) {
        this.time = time;
    }

    /** From now on this one. */
    public void hold(Optional<FromAgent.Pass> pass) {
        latest = pass;
    }

    /** The pass, if there is one and it has not ended. */
    public Optional<String> pass() {
        return latest.filter(pass -> pass.expires().isAfter(time.now())).map(FromAgent.Pass::value);
    }

    @Override
    public String toString() {
        return "PassHolder";
    }
}
