package org.yici.kiosk.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenPresenter;
import org.yici.kiosk.ui.VisitPreferences;

/** Remembers what it was told to show. */
public final class FakeScreenPresenter implements ScreenPresenter {
    private final List<Screen> screens = new ArrayList<>();
    private Countdown countdown = Countdown.NONE;
    private VisitPreferences preferences = VisitPreferences.DEFAULT;
    private @Nullable ActionListener listener;

    @Override
    public void show(Screen screen) {
        screens.add(screen);
    }

    @Override
    public void countdown(Countdown now) {
        this.countdown = now;
    }

    @Override
    public void preferences(VisitPreferences now) {
        this.preferences = now;
    }

    @Override
    public void onAction(ActionListener hearer) {
        this.listener = hearer;
    }

    /** All screens so far, oldest first. */
    public List<Screen> screens() {
        return List.copyOf(screens);
    }

    /** What is shown. */
    public Screen screen() {
        return screens.get(screens.size() - 1);
    }

    /** Whether anything was shown yet. */
    public boolean isEmpty() {
        return screens.isEmpty();
    }

    /** The time that is shown. */
    public Countdown countdown() {
        return countdown;
    }

    /** How screens are shown. */
    public VisitPreferences preferences() {
        return preferences;
    }

    /** What a citizen does. */
    public void act(CitizenAction action) {
        Objects.requireNonNull(listener).acted(action);
    }
}
