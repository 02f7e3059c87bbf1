package org.yici.kiosk.flow;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Screen;

/** One step of a {@link ScreenFlow}, from its showing until the next one is shown. On the UI executor only. */
public final class ScreenStep {
    private final ScreenFlow flow;
    private final ScreenTimeout timeout;
    private final Consumer<CitizenAction> actions;
    private final long shownAtNanos;
    private Screen screen;
    private long sinceNanos;
    private UiExecutor.Timer timer = () -> {};
    private Runnable left = () -> {};

    ScreenStep(ScreenFlow flow, Screen screen, ScreenTimeout timeout, Consumer<CitizenAction> actions, long nowNanos) {
        this.flow = flow;
        this.screen = screen;
        this.timeout = timeout;
        this.actions = actions;
        this.shownAtNanos = nowNanos;
        this.sinceNanos = nowNanos;
    }

    /** Whether this step is the one that is shown. */
    public boolean isCurrent() {
        return flow.isCurrent(this);
    }

    /** Shows something else in the same step; does nothing once the step is over. */
    public void update(Screen next) {
        if (isCurrent() && !next.equals(screen)) {
            screen = next;
            flow.present(next);
        }
    }

    /** Runs {@code work} once the step is over, whatever ends it; at once if it is over. {@code work} must show nothing. */
    public void whenLeft(Runnable work) {
        if (isCurrent()) {
            left = work;
        } else {
            work.run();
        }
    }

    /**
     * Gives {@code result} to {@code then} if this step is still shown by then. After {@code limit}, or if it fails, {@code late} takes
     * its place.
     */
    public <T> void await(CompletableFuture<T> result, Duration limit, T late, Consumer<? super T> then) {
        Awaited<T> awaited = new Awaited<>(this, then);
        UiExecutor executor = flow.executor();
        UiExecutor.Timer tooLate = executor.after(limit, () -> awaited.settle(late));
        result.whenComplete((value, failure) -> executor.execute(() -> {
            tooLate.cancel();
            awaited.settle(failure == null ? value : late);
        }));
    }

    private static final class Awaited<T> {
        private final ScreenStep step;
        private final Consumer<? super T> then;
        private boolean settled;

        Awaited(ScreenStep step, Consumer<? super T> then) {
            this.step = step;
            this.then = then;
        }

        void settle(T value) {
            if (!settled && step.isCurrent()) {
                settled = true;
                then.accept(value);
            }
        }
    }

    Screen screen() {
        return screen;
    }

    ScreenTimeout timeout() {
        return timeout;
    }

    long shownAtNanos() {
        return shownAtNanos;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    void act(CitizenAction action) {
        actions.accept(action);
    }

    /** The time begins again. */
    void restart(long nowNanos) {
        timer.cancel();
        sinceNanos = nowNanos;
    }

    void nextTick(UiExecutor.Timer next) {
        timer = next;
    }

    void leave() {
        timer.cancel();
        left.run();
    }
}
