package org.yici.driver.serial;

import java.time.Duration;
import java.util.Optional;
import org.yici.base.Backoff;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;

/** What it means that a port cannot be opened or was lost, and when to try again. On the device's thread only. */
public final class PortTrouble {
    /** The session before releases the port when its process has ended: asked for often, for a short while. */
    private static final Duration BUSY_RETRY = Duration.ofMillis(20);

    private static final Duration BUSY_PATIENCE = Duration.ofSeconds(1);

    private final Time time;
    private final Backoff backoff;
    private boolean busy;
    private long busySince;

    public PortTrouble(Time time, Backoff backoff) {
        this.time = time;
        this.backoff = backoff;
    }

    /**
     * What follows from a failure.
     *
     * @param fault empty while it may be the session before that still holds the port
     * @param pause until the next try
     */
    public record Verdict(Optional<DeviceFault> fault, Duration pause) {}

    /** The port was opened. */
    public void opened() {
        busy = false;
    }

    /** The port could not be opened, or was lost. */
    public Verdict of(SerialLinkException failure) {
        String errno = failure.errno() == 0 ? "" : "errno " + failure.errno();
        return switch (failure.reason()) {
            case BUSY -> busy(errno);
            case ABSENT, GONE -> offline("port-gone", WhoActs.RESET, errno);
            case FORBIDDEN -> offline("port-forbidden", WhoActs.MAINTENANCE, errno);
            case NO_LIBRARY -> offline("library-missing", WhoActs.MAINTENANCE, "jSerialComm");
        };
    }

    private Verdict busy(String errno) {
        if (!busy) {
            busy = true;
            busySince = time.nanos();
        }
        return time.since(busySince).compareTo(BUSY_PATIENCE) < 0
                ? new Verdict(Optional.empty(), BUSY_RETRY)
                : offline("port-busy", WhoActs.RESET, errno);
    }

    private Verdict offline(String name, WhoActs whoActs, String seen) {
        return new Verdict(Optional.of(new DeviceFault(name, whoActs, seen)), backoff.next());
    }
}
