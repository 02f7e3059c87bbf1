package org.yici.view.kit;

import java.awt.Component;
import java.awt.Container;
import java.awt.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import javax.swing.JComponent;
import javax.swing.Timer;

/**
 * The one timer behind everything that moves. It runs only while the window is in front, so that a waiting session costs nothing.
 * On the event dispatch thread.
 */
public final class AnimationTimer {
    /** 25 pictures a second theme smooth and cost a weak processor little, since only what moves is painted. */
    private static final int PERIOD_MS = 40;

    private final LongSupplier nanos;
    private final Timer timer = new Timer(PERIOD_MS, event -> tick());
    private List<JComponent> moving = List.of();
    private long startNanos;

    /** @param nanos a monotonic clock */
    public AnimationTimer(LongSupplier nanos) {
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    /** Everything below {@code roots} that moves is moved from now on, and nothing else. */
    public void follow(boolean fromTheStart, Container... roots) {
        if (fromTheStart) {
            startNanos = nanos.getAsLong();
        }
        List<JComponent> found = new ArrayList<>();
        for (Container root : roots) {
            gather(root, found);
        }
        moving = List.copyOf(found);
        moveTo(millis());
    }

    public void start() {
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    /** Moves all to one moment without painting. */
    public void moveTo(long millis) {
        for (JComponent component : moving) {
            ((Animated) component).at(millis);
        }
    }

    private long millis() {
        return (nanos.getAsLong() - startNanos) / 1_000_000;
    }

    private void tick() {
        long now = millis();
        boolean painted = false;
        for (JComponent component : moving) {
            if (((Animated) component).at(now)) {
                component.paintImmediately(0, 0, component.getWidth(), component.getHeight());
                painted = true;
            }
        }
        if (painted) {
            // Without it what a timer paints reaches the X server only now and then.
            Toolkit.getDefaultToolkit().sync();
        }
    }

    private static void gather(Component component, List<JComponent> found) {
        if (component instanceof Animated && component instanceof JComponent moving) {
            found.add(moving);
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                gather(child, found);
            }
        }
    }
}
