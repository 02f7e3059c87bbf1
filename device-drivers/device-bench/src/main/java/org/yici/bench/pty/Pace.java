package org.yici.bench.pty;

import java.time.Duration;

/**
 * How fast a device sends.
 *
 * @param bytes sent together, 1 or more
 * @param time that these take
 */
public record Pace(int bytes, Duration time) {
    /** All at once. */
    public static final Pace FULL_SPEED = new Pace(Integer.MAX_VALUE, Duration.ZERO);

    /** 32 bytes of 10 bits at 115200 baud. */
    public static final Pace WIRE_SPEED = new Pace(32, Duration.ofNanos(2_777_000));

    public Pace {
        if (bytes < 1 || time.isNegative()) {
            throw new IllegalArgumentException("no pace: " + bytes + " bytes in " + time);
        }
    }
}
