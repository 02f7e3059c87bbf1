package org.yici.driver.ipp;

import java.time.Duration;
import org.yici.base.Time;

/** How long a job has been standing still, and whether that is too long. */
final class Patience {
    /** A slow printer that says nothing of its progress still makes two sheets a minute. */
    private static final Duration A_SHEET = Duration.ofSeconds(30);

    private final Time time;
    private final Duration waitingLimit;
    private final Duration workingLimit;
    private long movedAt;
    private long stuckAt;
    private boolean stuck;

    Patience(Time time, Duration waitingLimit, int sheets) {
        this.time = time;
        this.waitingLimit = waitingLimit;
        this.workingLimit = waitingLimit.plus(A_SHEET.multipliedBy(sheets));
        this.movedAt = time.nanos();
    }

    /** The job came forward. */
    void moved() {
        movedAt = time.nanos();
        stuck = false;
    }

    /** The job cannot come forward now ({@code waits}), or is being worked on. */
    void seen(boolean waits) {
        if (waits && !stuck) {
            stuckAt = time.nanos();
        }
        stuck = waits;
    }

    /** Whether it has waited for longer than {@code limit}, or than is sensible for any reason. */
    boolean exhausted(Duration limit) {
        return stuck && time.since(stuckAt).compareTo(limit) > 0
                || time.since(movedAt).compareTo(workingLimit) > 0;
    }

    boolean exhausted() {
        return exhausted(waitingLimit);
    }
}
