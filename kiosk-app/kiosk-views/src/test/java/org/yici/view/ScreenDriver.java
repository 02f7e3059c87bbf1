package org.yici.view;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import org.yici.base.Time;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenPresenter;
import org.yici.kiosk.ui.VisitPreferences;
import org.yici.view.kit.TextBlock;

/**
 * The real views on a panel without a display: tells what a citizen reads there, and touches keys by their names. Of one thread; those of
 * several threads take turns, for Swing is not made for them.
 */
public final class ScreenDriver implements ScreenPresenter {
    private final KioskPanel panel;

    public ScreenDriver(Time time) {
        synchronized (ScreenDriver.class) {
            this.panel = new KioskPanel(PanelProfile.PORTRAIT_27, Samples.TERMINAL, Samples.FONTS, Samples.VIEWS, time);
        }
    }

    @Override
    public void show(Screen screen) {
        synchronized (ScreenDriver.class) {
            panel.show(screen);
            panel.layOut();
        }
    }

    @Override
    public void countdown(Countdown countdown) {
        synchronized (ScreenDriver.class) {
            panel.countdown(countdown);
            panel.layOut();
        }
    }

    @Override
    public void preferences(VisitPreferences preferences) {
        synchronized (ScreenDriver.class) {
            panel.preferences(preferences);
            panel.layOut();
        }
    }

    @Override
    public void onAction(ActionListener listener) {
        panel.onAction(listener);
    }

    /** What is written between the two bands, from the top. */
    public List<String> words() {
        return List.of(panel.getComponents()).stream()
                .filter(Component::isVisible)
                .filter(part -> !(part instanceof TopBar || part instanceof BottomBar))
                .flatMap(part -> Tree.visible((java.awt.Container) part).stream())
                .filter(TextBlock.class::isInstance)
                .map(part -> ((TextBlock) part).text())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The names of all keys. */
    public List<String> keys() {
        return Tree.targets(panel).stream()
                .map(key -> key.getAccessibleContext().getAccessibleName())
                .toList();
    }

    /** A finger on the key of that name; false if there is none. */
    public boolean touch(String key) {
        Optional<javax.swing.JComponent> target = Tree.targets(panel).stream()
                .filter(one -> key.equals(one.getAccessibleContext().getAccessibleName()))
                .findFirst();
        target.ifPresent(Tree::tap);
        return target.isPresent();
    }
}
