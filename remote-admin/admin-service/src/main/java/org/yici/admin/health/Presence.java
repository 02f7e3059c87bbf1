package org.yici.admin.health;

import java.util.Optional;
import java.util.Set;

/** What can honestly be said about a terminal being there. */
public enum Presence {
    ONLINE,
    OFFLINE,
    /** Nothing was heard since somebody has listened without a break. */
    UNKNOWN;

    /** The presence that {@code state} means while these watches last. */
    public static Presence of(Optional<TerminalState> state, Set<Integer> liveWatches) {
        return state.filter(heard -> liveWatches.contains(heard.watch()))
                .map(heard -> heard.online() ? ONLINE : OFFLINE)
                .orElse(UNKNOWN);
    }
}
