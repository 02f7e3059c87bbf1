package org.yici.agent.broker;

import java.time.Duration;
import java.util.function.LongSupplier;

/** For how long messages have been under way without any being acknowledged. Thread-safe. */
final class AcknowledgementTimer {
    private final LongSupplier nanos;
    private int underWay;
    private long quietSince;

    AcknowledgementTimer(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void sent() {
        if (underWay++ == 0) {
            quietSince = nanos.getAsLong();
        }
    }

    synchronized void acknowledged() {
        underWay--;
        quietSince = nanos.getAsLong();
    }

    synchronized Duration elapsed() {
        return underWay == 0 ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - quietSince);
    }
}
