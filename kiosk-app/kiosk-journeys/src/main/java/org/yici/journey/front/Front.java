package org.yici.journey.front;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yici.journey.port.Loop;
import org.yici.journey.stage.Remaining;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Stage;
import org.yici.journey.stage.Touch;

/**
 * The stage as journeys use it. One scene at a time: a screen, how long it stays, who hears its touches, which results it waits for;
 * all of that ends when the next scene is shown. On the loop only.
 */
public final class Front {
    /** The finger that pressed on the screen before is still there (tried: a tap 7 ms after showing was taken). */
    private static final Duration TOO_EARLY = Duration.ofMillis(300);

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Loop loop;
    private final Stage stage;
    private @Nullable Scene scene;

    public Front(Loop loop, Stage stage) {
        this.loop = loop;
        this.stage = stage;
        stage.onTouch(this::touched);
    }

    /** Begins a scene. {@code touches} hears everything but {@link Touch.Stay}. */
    public void show(Screen screen, Patience patience, Consumer<Touch> touches) {
        freeze();
        Scene next = new Scene(screen, patience, touches, loop.time().nanos());
        scene = next;
        stage.show(screen);
        stage.remaining(Remaining.NONE);
        if (patience.ends()) {
            tick(next);
        }
    }

    /** Ends the scene and leaves its picture: no touch, no time and no result does anything any more. */
    public void freeze() {
        Scene former = scene;
        if (former != null) {
            former.timer.cancel();
            scene = null;
            former.left.run();
        }
    }

    /** Runs {@code work} once the scene in front is over, whatever ends it. It must show nothing. */
    public void whenLeft(Runnable work) {
        Scene now = scene;
        if (now != null) {
            now.left = work;
        }
    }

    /** Shows something else in the same scene. */
    public void update(Screen screen) {
        Scene now = scene;
        if (now != null) {
            now.screen = screen;
            stage.show(screen);
        }
    }

    /** Whether a screen of this kind is in front. */
    public boolean shows(Class<? extends Screen> kind) {
        Scene now = scene;
        return now != null && kind.isInstance(now.screen);
    }

    /** Whether exactly this screen is in front. */
    public boolean shows(Screen screen) {
        Scene now = scene;
        return now != null && now.screen.equals(screen);
    }

    /**
     * Gives {@code result} to {@code then} on the loop if this scene is still in front by then. After {@code limit}, or if it fails,
     * {@code late} takes its place.
     */
    public <T> void await(CompletableFuture<T> result, Duration limit, T late, Consumer<? super T> then) {
        Awaited<T> awaited = new Awaited<>(scene, then);
        Loop.Timer timer = loop.after(limit, () -> settle(awaited, late));
        result.whenComplete((value, failure) -> loop.execute(() -> {
            timer.cancel();
            settle(awaited, failure == null ? value : late);
        }));
    }

    private <T> void settle(Awaited<T> awaited, T value) {
        if (!awaited.settled && awaited.scene == scene) {
            awaited.settled = true;
            awaited.then.accept(value);
        }
    }

    private void touched(Touch touch) {
        Scene now = scene;
        if (now == null || loop.time().since(now.shownAt).compareTo(TOO_EARLY) < 0) {
            return;
        }
        if (now.patience.touchable()) {
            now.timer.cancel();
            now.since = loop.time().nanos();
            tick(now);
        }
        if (!(touch instanceof Touch.Stay)) {
            now.touches.accept(touch);
        }
    }

    private void tick(Scene now) {
        if (now != scene) {
            return;
        }
        Patience patience = now.patience;
        Duration left = patience.stays().minus(loop.time().since(now.since));
        if (left.isNegative() || left.isZero()) {
            patience.end().run();
            return;
        }
        if (patience.seen()) {
            int seconds = Math.toIntExact((left.toMillis() + 999) / 1000);
            stage.remaining(new Remaining(
                    seconds, Math.toIntExact(patience.stays().toSeconds()), left.compareTo(patience.warning()) <= 0));
        }
        now.timer = loop.after(left.compareTo(TICK) < 0 ? left : TICK, () -> tick(now));
    }

    private static final class Scene {
        private final Patience patience;
        private final Consumer<Touch> touches;
        private final long shownAt;
        private Screen screen;
        private long since;
        private Loop.Timer timer = () -> {};
        private Runnable left = () -> {};

        Scene(Screen screen, Patience patience, Consumer<Touch> touches, long now) {
            this.screen = screen;
            this.patience = patience;
            this.touches = touches;
            this.shownAt = now;
            this.since = now;
        }
    }

    private static final class Awaited<T> {
        private final @Nullable Scene scene;
        private final Consumer<? super T> then;
        private boolean settled;

        Awaited(@Nullable Scene scene, Consumer<? super T> then) {
            this.scene = scene;
            this.then = then;
        }
    }
}
