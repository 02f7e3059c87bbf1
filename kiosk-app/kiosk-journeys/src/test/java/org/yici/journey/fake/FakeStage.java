package org.yici.journey.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yici.journey.stage.Remaining;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Stage;
import org.yici.journey.stage.Touch;

/** A stage that remembers what it was told to show. */
public final class FakeStage implements Stage {
    private final List<Screen> screens = new ArrayList<>();
    private Remaining remaining = Remaining.NONE;
    private @Nullable TouchListener listener;

    @Override
    public void show(Screen screen) {
        screens.add(screen);
    }

    @Override
    public void remaining(Remaining remaining) {
        this.remaining = remaining;
    }

    @Override
    public void onTouch(TouchListener listener) {
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
    public Remaining remaining() {
        return remaining;
    }

    /** A finger on the glass. */
    public void touch(Touch touch) {
        Objects.requireNonNull(listener).touched(touch);
    }
}
