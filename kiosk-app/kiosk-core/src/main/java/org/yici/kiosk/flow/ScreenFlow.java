package org.yici.kiosk.flow;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenPresenter;

/**
 * The stage as flows use it. One screen at a time: a screen, how long it stays, who hears its actions, which results it waits for;
 * all of that ends when the next screen is shown. On the loop only.
 */
public final class ScreenFlow {
    /** The finger that pressed on the screen before is still there (tried: a tap 7 ms after showing was taken). */
    private static final Duration TOO_EARLY = Duration.ofMillis(300);

    private static final Duration TICK = Duration.ofSeconds(1);

    private final UiExecutor loop;
    private final ScreenPresenter stage;
    private @Nullable Scene scene;

    public ScreenFlow(UiExecutor loop, ScreenPresenter stage) {
        this.loop = loop;
        this.stage = stage;
        stage.onTouch(this::touched);
    }

    /** Begins a screen. {@code actions} hears everything but {@link CitizenAction.Stay}. */
    public void show(Screen screen, ScreenTimeout timeout, Consumer<CitizenAction> actions) {
        freeze();
        Scene next = new Scene(screen, timeout, actions, loop.time().nanos());
        scene = next;
        stage.show(screen);
        stage.remaining(Countdown.NONE);
        if (timeout.ends()) {
            tick(next);
        }
    }

    /** Ends the screen and leaves its picture: no touch, no time and no result does anything any more. */
    public void freeze() {
        Scene former = scene;
        if (former != null) {
            former.timer.cancel();
            scene = null;
            former.left.run();
        }
    }

    /** Runs {@code work} once the screen in front is over, whatever ends it. It must show nothing. */
    public void whenLeft(Runnable work) {
        Scene now = scene;
        if (now != null) {
            now.left = work;
        }
    }

    /** Shows something else in the same screen. */
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
     * Gives {@code result} to {@code then} on the loop if this screen is still in front by then. After {@code limit}, or if it fails,
     * {@code late} takes its place.
     */
    public <T> void await(CompletableFuture<T> result, Duration limit, T late, Consumer<? super T> then) {
        Awaited<T> awaited = new Awaited<>(scene, then);
        UiExecutor.Timer timer = loop.after(limit, () -> settle(awaited, late));
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

    private void touched(CitizenAction touch) {
        Scene now = scene;
        if (now == null || loop.time().since(now.shownAt).compareTo(TOO_EARLY) < 0) {
            return;
        }
        if (now.timeout.touchable()) {
            now.timer.cancel();
            now.since = loop.time().nanos();
            tick(now);
        }
        if (!(touch instanceof CitizenAction.Stay)) {
            now.actions.accept(touch);
        }
    }

    private void tick(Scene now) {
        if (now != scene) {
            return;
        }
        ScreenTimeout timeout = now.timeout;
        Duration left = timeout.stays().minus(loop.time().since(now.since));
        if (left.isNegative() || left.isZero()) {
            timeout.end().run();
            return;
        }
        if (timeout.seen()) {
            int seconds = Math.toIntExact((left.toMillis() + 999) / 1000);
            stage.remaining(new Countdown(
                    seconds, Math.toIntExact(timeout.stays().toSeconds()), left.compareTo(timeout.warning()) <= 0));
        }
        now.timer = loop.after(left.compareTo(TICK) < 0 ? left : TICK, () -> tick(now));
    }

    private static final class Scene {
        private final ScreenTimeout timeout;
        private final Consumer<CitizenAction> actions;
        private final long shownAt;
        private Screen screen;
        private long since;
        private UiExecutor.Timer timer = () -> {};
        private Runnable left = () -> {};

        Scene(Screen screen, ScreenTimeout timeout, Consumer<CitizenAction> actions, long now) {
            this.screen = screen;
            this.timeout = timeout;
            this.actions = actions;
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
