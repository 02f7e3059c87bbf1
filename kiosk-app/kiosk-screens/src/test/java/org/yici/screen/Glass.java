package org.yici.screen;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import org.yici.base.Time;
import org.yici.journey.stage.Remaining;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Stage;
import org.yici.screen.kit.Words;

/**
 * The real views on a panel without a display: tells what a citizen reads there, and touches keys by their names. Of one thread; those of
 * several threads take turns, for Swing is not made for them.
 */
public final class Glass implements Stage {
    private final KioskPanel panel;

    public Glass(Time time) {
        synchronized (Glass.class) {
            this.panel = new KioskPanel(PanelProfile.PORTRAIT_27, Samples.TERMINAL, Samples.FONTS, time);
        }
    }

    @Override
    public void show(Screen screen) {
        synchronized (Glass.class) {
            panel.show(screen);
            panel.layOut();
        }
    }

    @Override
    public void remaining(Remaining remaining) {
        synchronized (Glass.class) {
            panel.remaining(remaining);
            panel.layOut();
        }
    }

    @Override
    public void onTouch(TouchListener listener) {
        panel.onTouch(listener);
    }

    /** What is written between the two bands, from the top. */
    public List<String> words() {
        return List.of(panel.getComponents()).stream()
                .filter(Component::isVisible)
                .filter(part -> !(part instanceof TopBand || part instanceof BottomBand))
                .flatMap(part -> Tree.visible((java.awt.Container) part).stream())
                .filter(Words.class::isInstance)
                .map(part -> ((Words) part).text())
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
