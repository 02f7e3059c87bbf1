package org.yici.agent.session;

import java.time.Duration;
import java.util.Optional;
import org.yici.base.Time;

/** How much one session may tell and have kept. Of the loop. */
final class SessionQuota {
    private static final int MOST_EVENTS = 2000;
    /** Devices that come and go at their fastest change some ten times a second. */
    private static final int MOST_STATUSES = 200;

    private static final Duration STATUS_WINDOW = Duration.ofSeconds(10);
    /** A small entry costs as much as a page of the store. */
    private static final long LEAST_BYTES = 1024;

    private final Time time;
    private final long mostBytes;
    private int events;
    private int statuses;
    private long windowNanos;
    private long bytes;
    private int rejected;

    /** @param mostBytes of entries, intents and outcomes together */
    SessionQuota(Time time, long mostBytes) {
        this.time = time;
        this.mostBytes = mostBytes;
        this.windowNanos = time.nanos();
    }

    /** Counts an event; says why that is one too many. */
    Optional<String> event() {
        return ++events > MOST_EVENTS ? Optional.of("it told more than " + MOST_EVENTS + " events") : Optional.empty();
    }

    /** Counts a report of its devices; says why that is one too many. */
    Optional<String> status() {
        if (time.since(windowNanos).compareTo(STATUS_WINDOW) >= 0) {
            windowNanos = time.nanos();
            statuses = 0;
        }
        return ++statuses > MOST_STATUSES
                ? Optional.of("it reported its devices more than " + MOST_STATUSES + " times within "
                        + STATUS_WINDOW.toSeconds() + " s")
                : Optional.empty();
    }

    /** Counts what it wants kept; says why that is too much. */
    Optional<String> keep(long more) {
        bytes += Math.max(LEAST_BYTES, more);
        return bytes > mostBytes ? Optional.of("it wanted more than " + mostBytes + " bytes kept") : Optional.empty();
    }

    /** Counts words of its that were not passed on. */
    void reject(int words) {
        rejected += words;
    }

    int rejected() {
        return rejected;
    }
}
