package org.yici.view;

import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** Finds and touches what is on a panel, as a finger would. */
final class Tree {
    private Tree() {}

    /** All visible components below {@code root}. */
    static List<JComponent> visible(Container root) {
        List<JComponent> found = new ArrayList<>();
        for (Component child : root.getComponents()) {
            if (child.isVisible() && child instanceof JComponent component) {
                found.add(component);
                found.addAll(visible(component));
            }
        }
        return found;
    }

    /** All that can be touched. */
    static List<JComponent> targets(Container root) {
        return visible(root).stream()
                .filter(c -> c.getAccessibleContext().getAccessibleRole() == AccessibleRole.PUSH_BUTTON)
                .toList();
    }

    static JComponent target(Container root, String name) {
        return targets(root).stream()
                .filter(c -> name.equals(c.getAccessibleContext().getAccessibleName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing to touch is called " + name + ", but " + names(root)));
    }

    private static List<String> names(Container root) {
        return targets(root).stream()
                .map(c -> c.getAccessibleContext().getAccessibleName())
                .toList();
    }

    /** All names in the accessible tree. */
    static List<String> spoken(Container root) {
        return visible(root).stream()
                .map(c -> c.getAccessibleContext().getAccessibleName())
                .filter(name -> name != null && !name.isEmpty())
                .toList();
    }

    static Rectangle on(Container root, Component component) {
        return SwingUtilities.convertRectangle(component.getParent(), component.getBounds(), root);
    }

    static void tap(Component component) {
        Point middle = new Point(component.getWidth() / 2, component.getHeight() / 2);
        mouse(component, MouseEvent.MOUSE_PRESSED, middle);
        mouse(component, MouseEvent.MOUSE_RELEASED, middle);
    }

    static void mouse(Component component, int id, Point at) {
        int modifiers = id == MouseEvent.MOUSE_RELEASED ? 0 : MouseEvent.BUTTON1_DOWN_MASK;
        int button = id == MouseEvent.MOUSE_DRAGGED ? MouseEvent.NOBUTTON : MouseEvent.BUTTON1;
        component.dispatchEvent(new MouseEvent(component, id, 0, modifiers, at.x, at.y, at.x, at.y, 1, false, button));
    }
}
