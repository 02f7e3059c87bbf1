package org.yici.kiosk.ui;

/**
 * The time that is left before a screen ends.
 *
 * @param seconds seconds left, 0 or more
 * @param of seconds that there were; 0 for no limit
 * @param warning true for the last 20 s: «继续办理» is offered over the screen
 */
public record Countdown(int seconds, int of, boolean warning) {
    /** No limit. */
    public static final Countdown NONE = new Countdown(0, 0, false);
}
