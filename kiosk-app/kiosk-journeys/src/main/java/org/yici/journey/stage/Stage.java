package org.yici.journey.stage;

/** The screen as presenters know it. All calls on the journey's one logical thread. */
public interface Stage {
    /** Shows {@code screen} in place of what was there. The same value again changes nothing. */
    void show(Screen screen);

    /** Shows how long the screen stays if nobody touches it; {@link Remaining#NONE} hides it. Called about once a second. */
    void remaining(Remaining remaining);

    /** Who hears of touches; set once, before the first screen. */
    void onTouch(TouchListener listener);

    /** Hears what the citizen touches, on the journey's thread. */
    @FunctionalInterface
    interface TouchListener {
        void touched(Touch touch);
    }
}
