package org.yici.admin.throttle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yici.base.Time;

/** A pace of its own for each name; names that were not heard of for the longest time are forgotten. Thread-safe. */
public final class Paces {
    private static final int MOST = 20_000;
    /** After a time of quiet the amount of so many seconds passes at once. */
    private static final int SECONDS_AT_ONCE = 4;

    private final Time time;
    private final int perSecond;
    private final int secondsAtOnce;
    private final Map<String, Pace> paces = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pace> eldest) {
            return size() > MOST;
        }
    };

    public Paces(Time time, int perSecond) {
        this(time, perSecond, SECONDS_AT_ONCE);
    }

    /** @param secondsAtOnce the amount of so many seconds passes at once after a time of quiet */
    public Paces(Time time, int perSecond, int secondsAtOnce) {
        this.time = time;
        this.perSecond = perSecond;
        this.secondsAtOnce = secondsAtOnce;
    }

    public synchronized Pace of(String name) {
        return paces.computeIfAbsent(name, unused -> new Pace(time, perSecond, perSecond * secondsAtOnce));
    }
}
