package org.yici.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.VisitScreen;

class SwitchingTest {
    private static final Screen IDLE =
            new VisitScreen.Idle(Set.of(Card.IDENTITY_CARD), Samples.tiles(Optional.empty()), Optional.empty());
    private final KioskPanel panel = Samples.panel(PanelProfile.PORTRAIT_27, Samples.time());

    @Test
    void aThousandSwitchesLeaveNothingBehind() {
        panel.show(IDLE);
        int before = weigh(panel);
        List<Screen> screens = new ArrayList<>(Samples.screens().values());
        for (int i = 0; i < 1000; i++) {
            panel.show(screens.get(i % screens.size()));
            panel.countdown(new Countdown(i % 60, 60, i % 60 < 20));
        }
        panel.show(IDLE);
        panel.countdown(Countdown.NONE);
        assertThat(weigh(panel)).isEqualTo(before);
    }

    @Test
    void whatWasShownIsLetGoWithItsScreen() {
        panel.show(Optional.ofNullable(Samples.screens().get("preview")).orElseThrow());
        panel.layOut();
        WeakReference<Component> view =
                new WeakReference<>(Tree.target(panel, "打印").getParent());
        panel.show(IDLE);
        for (int i = 0; i < 50 && view.get() != null; i++) {
            System.gc();
        }
        assertThat(view.get()).isNull();
    }

    /** Components and listeners of the whole tree. */
    private static int weigh(Component component) {
        int weight = 1
                + component.getMouseListeners().length
                + component.getMouseMotionListeners().length
                + component.getFocusListeners().length
                + component.getKeyListeners().length
                + component.getComponentListeners().length
                + component.getHierarchyListeners().length
                + component.getPropertyChangeListeners().length;
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                weight += weigh(child);
            }
        }
        return weight;
    }
}
