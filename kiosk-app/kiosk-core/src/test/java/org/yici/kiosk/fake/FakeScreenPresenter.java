package org.yici.kiosk.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenPresenter;

/** A stage that remembers what it was told to show. */
public final class FakeScreenPresenter implements ScreenPresenter {
    private final List<Screen> screens = new ArrayList<>();
    private Countdown remaining = Countdown.NONE;
    private @Nullable ActionListener listener;

    @Override
    public void show(Screen screen) {
        screens.add(screen);
    }

    @Override
    public void remaining(Countdown remaining) {
        this.remaining = remaining;
    }

    @Override
    public void onTouch(ActionListener listener) {
        this.listener = listener;
    }

    /** All screens so far, oldest first. */
    public List<Screen> screens() {
        return List.copyOf(screens);
    }

    /** What is in front. */
    public Screen screen() {
        return screens.get(screens.size() - 1);
    }

    /** Whether anything was shown yet. */
    public boolean isEmpty() {
        return screens.isEmpty();
    }

    /** The time that is shown. */
    public Countdown remaining() {
        return remaining;
    }

    /** A finger on the glass. */
    public void touch(CitizenAction touch) {
        Objects.requireNonNull(listener).touched(touch);
    }
}
