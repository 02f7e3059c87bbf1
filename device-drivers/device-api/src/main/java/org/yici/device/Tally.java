package org.yici.device;

import java.util.EnumMap;
import java.util.Map;

/** What a device counted since it was started. For drivers; thread-safe. */
public final class Tally {
    private final Map<Counter, Long> counts = new EnumMap<>(Counter.class);

    /** One more. */
    public void add(Counter counter) {
        add(counter, 1);
    }

    /** So many more; none or fewer changes nothing. */
    public synchronized void add(Counter counter, long more) {
        if (more > 0) {
            counts.merge(counter, more, Long::sum);
        }
    }

    /** What was counted so far; what never happened is missing. */
    public synchronized Map<Counter, Long> counts() {
        return Map.copyOf(counts);
    }
}
