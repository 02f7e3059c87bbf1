package org.yici.kiosk.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yici.kiosk.port.UiExecutor;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenPresenter;
import org.yici.kiosk.ui.VisitPreferences;

/**
 * Shows one step after the other: a screen, how long it stays, who hears its actions, which results it waits for. All of that ends when
 * the next step begins. On the UI executor only.
 */
public final class ScreenFlow {
    /** The finger that pressed on the screen before is still there (tried: a tap 7 ms after showing was taken). */
    private static final Duration TOO_EARLY = Duration.ofMillis(300);

    private static final Duration TICK = Duration.ofSeconds(1);

    private final UiExecutor executor;
    private final ScreenPresenter presenter;
    private boolean personalShown;
    private VisitPreferences preferences = VisitPreferences.DEFAULT;
    private Runnable onPreferences = () -> {};
    private @Nullable ScreenStep current;

    public ScreenFlow(UiExecutor executor, ScreenPresenter presenter) {
        this.executor = executor;
        this.presenter = presenter;
        presenter.onAction(this::acted);
    }

    /**
     * Begins a step. {@code actions} hears everything but what is the same on all screens: {@link CitizenAction.KeepOpen} and {@link
     * CitizenAction.ChooseLanguage}.
     */
    public ScreenStep show(Screen screen, ScreenTimeout timeout, Consumer<CitizenAction> actions) {
        freeze();
        personalShown |= screen.traits().personal();
        ScreenStep next = new ScreenStep(this, screen, timeout, actions, now());
        current = next;
        presenter.show(screen);
        presenter.countdown(Countdown.NONE);
        if (timeout.ends()) {
            tick(next);
        }
        return next;
    }

    /** Ends the step and leaves its picture: no action, no time and no result does anything any more. */
    public void freeze() {
        ScreenStep former = current;
        if (former != null) {
            current = null;
            former.leave();
        }
    }

    /** What is shown; empty before the first step and after {@link #freeze}. */
    public Optional<Screen> screen() {
        return Optional.ofNullable(current).map(ScreenStep::screen);
    }

    /** Whether anything personal was shown or taken in since the process began. */
    public boolean personalShown() {
        return personalShown;
    }

    /** How the citizen wants to see the screens. */
    public VisitPreferences preferences() {
        return preferences;
    }

    /** Who hears that a citizen chose other preferences, after they are in force; set once. */
    public void onPreferences(Runnable listener) {
        onPreferences = listener;
    }

    /** As every visit begins; the step that is shown goes on. */
    public void resetPreferences() {
        prefer(VisitPreferences.DEFAULT);
    }

    private void prefer(VisitPreferences wanted) {
        preferences = wanted;
        presenter.preferences(wanted);
    }

    boolean isCurrent(ScreenStep step) {
        return step == current;
    }

    void present(Screen screen) {
        personalShown |= screen.traits().personal();
        presenter.show(screen);
    }

    UiExecutor executor() {
        return executor;
    }

    private long now() {
        return executor.time().nanos();
    }

    private void acted(CitizenAction action) {
        ScreenStep step = current;
        if (step == null || executor.time().since(step.shownAtNanos()).compareTo(TOO_EARLY) < 0) {
            return;
        }
        if (step.timeout().touchable()) {
            step.restart(now());
            tick(step);
        }
        if (action instanceof CitizenAction.ChooseLanguage chosen) {
            prefer(preferences.withLanguage(chosen.language()));
            onPreferences.run();
        } else if (!(action instanceof CitizenAction.KeepOpen)) {
            step.act(action);
        }
    }

    private void tick(ScreenStep step) {
        if (step != current) {
            return;
        }
        ScreenTimeout timeout = step.timeout();
        Duration left = timeout.stays().minus(executor.time().since(step.sinceNanos()));
        if (left.isNegative() || left.isZero()) {
            timeout.end().run();
            return;
        }
        if (timeout.seen()) {
            int seconds = Math.toIntExact((left.toMillis() + 999) / 1000);
            presenter.countdown(new Countdown(
                    seconds, Math.toIntExact(timeout.stays().toSeconds()), left.compareTo(timeout.warning()) <= 0));
        }
        step.nextTick(executor.after(left.compareTo(TICK) < 0 ? left : TICK, () -> tick(step)));
    }
}
