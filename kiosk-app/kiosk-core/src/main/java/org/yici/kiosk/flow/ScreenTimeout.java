package org.yici.kiosk.flow;

import java.time.Duration;

/**
 * How long a screen stays.
 *
 * @param stays from its showing, or from the last touch if {@code touchable}; zero for without end
 * @param warning the last part of it, in which more time is offered
 * @param touchable whether a touch begins it again
 * @param seen whether the screen shows the time that is left
 * @param end what happens then, on the loop
 */
public record ScreenTimeout(Duration stays, Duration warning, boolean touchable, boolean seen, Runnable end) {
    /** The screen stays until something else replaces it. */
    public static final ScreenTimeout NONE = new ScreenTimeout(Duration.ZERO, Duration.ZERO, false, false, () -> {});

    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration WARNING = Duration.ofSeconds(20);

    /** For a citizen who reads and chooses: 60 s of silence, then 20 s of warning, then {@code end}. */
    public static ScreenTimeout ofCitizen(Runnable end) {
        return new ScreenTimeout(SILENCE.plus(WARNING), WARNING, true, true, end);
    }

    /** For a message: {@code time}, in sight, whatever is touched. */
    public static ScreenTimeout of(Duration time, Runnable end) {
        return new ScreenTimeout(time, Duration.ZERO, false, true, end);
    }

    /** As {@link #of}, out of sight. */
    public static ScreenTimeout silent(Duration time, Runnable end) {
        return new ScreenTimeout(time, Duration.ZERO, false, false, end);
    }

    boolean ends() {
        return !stays.isZero();
    }
}
