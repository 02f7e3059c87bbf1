package org.yici.kiosk.ui;

/** The display as flows use it. All calls on the UI executor. */
public interface ScreenPresenter {
    /** Shows {@code screen} in place of what was there. The same value again changes nothing. */
    void show(Screen screen);

    /** Shows how long the screen stays if nobody touches it; {@link Countdown#NONE} hides it. Called about once a second. */
    void countdown(Countdown countdown);

    /**
     * How screens are shown from now on; what is shown is shown again at once, with the same time left. {@link VisitPreferences#DEFAULT}
     * before the first call. The same value again changes nothing.
     */
    void preferences(VisitPreferences preferences);

    /** Who hears of actions; set once, before the first screen. */
    void onAction(ActionListener listener);

    /** Hears what the citizen does, on the UI executor. */
    @FunctionalInterface
    interface ActionListener {
        void acted(CitizenAction action);
    }
}
