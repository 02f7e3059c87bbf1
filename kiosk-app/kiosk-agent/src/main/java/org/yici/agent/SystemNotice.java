package org.yici.agent;

import info.faljse.SDNotify.SDNotify;
import java.time.Duration;
import org.yici.base.Time;

/** Tells whoever started the program how it is, by the protocol of {@code sd_notify(3)}; without NOTIFY_SOCKET nothing happens. */
final class SystemNotice {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Time time;
    private final boolean asked = System.getenv("NOTIFY_SOCKET") != null && SDNotify.isAvailable();
    private long lastNanos;

    SystemNotice(Time time) {
        this.time = time;
        this.lastNanos = time.nanos();
    }

    void ready() {
        if (asked) {
            SDNotify.sendNotify();
        }
    }

    /** To be called from the loop: it is alive. */
    void alive() {
        if (asked && time.since(lastNanos).compareTo(EVERY) >= 0) {
            lastNanos = time.nanos();
            SDNotify.sendWatchdog();
        }
    }

    void stopping() {
        if (asked) {
            SDNotify.sendStopping();
        }
    }
}
