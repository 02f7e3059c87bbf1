package org.yici.session.centre;

import java.util.Optional;
import org.yici.link.FromAgent;

/** The pass that the agent handed over last; the agent takes back one that has ended. Thread-safe. */
public final class PassHolder {
    private volatile Optional<FromAgent.Pass> latest = Optional.empty();

    /** From now on this one. */
    public void hold(Optional<FromAgent.Pass> pass) {
        latest = pass;
    }

    /** The pass, if there is one. */
    public Optional<String> pass() {
        return latest.map(FromAgent.Pass::value);
    }

    @Override
    public String toString() {
        return "PassHolder";
    }
}
