package org.yici.kiosk.ui;

/** The screen as presenters know it. All calls on the flow's one logical thread. */
public interface ScreenPresenter {
    /** Shows {@code screen} in place of what was there. The same value again changes nothing. */
    void show(Screen screen);

    /** Shows how long the screen stays if nobody touches it; {@link Countdown#NONE} hides it. Called about once a second. */
    void remaining(Countdown remaining);

    /** Who hears of actions; set once, before the first screen. */
    void onTouch(ActionListener listener);

    /** Hears what the citizen does, on the flow's thread. */
    @FunctionalInterface
    interface ActionListener {
        void touched(CitizenAction touch);
    }
}
