package org.yici.onlooker;

import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleComponent;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;
import javax.swing.SwingUtilities;

/** Goes through the accessible tree of one window and lists what shows and has a name, and all that can be touched. */
final class Walk {
    private static final int DEEPEST = 60;

    private final Window window;
    private final List<Node> nodes;

    Walk(Window window, List<Node> nodes) {
        this.window = window;
        this.nodes = nodes;
    }

    void through() {
        through(window, 0);
    }

    private void through(Accessible at, int depth) {
        AccessibleContext context = at.getAccessibleContext();
        if (context == null || depth > DEEPEST || at instanceof Component part && !part.isShowing()) {
            return;
        }
        note(at, context);
        for (int i = 0; i < context.getAccessibleChildrenCount(); i++) {
            Accessible child = context.getAccessibleChild(i);
            if (child != null) {
                through(child, depth + 1);
            }
        }
    }

    private void note(Accessible at, AccessibleContext context) {
        AccessibleRole role = context.getAccessibleRole();
        String name = Objects.requireNonNullElse(context.getAccessibleName(), "");
        boolean touched = AccessibleRole.PUSH_BUTTON.equals(role);
        AccessibleComponent shape = context.getAccessibleComponent();
        if (shape == null || name.isBlank() && !touched) {
            return;
        }
        Point corner = shape.getLocationOnScreen();
        Rectangle bounds = shape.getBounds();
        if (corner == null || bounds == null) {
            return;
        }
        AccessibleStateSet states = context.getAccessibleStateSet();
        nodes.add(new Node(
                role.toDisplayString(Locale.ENGLISH),
                name,
                Objects.requireNonNullElse(context.getAccessibleDescription(), ""),
                states.contains(AccessibleState.ENABLED),
                states.contains(AccessibleState.FOCUSED),
                touched && at instanceof Component part && isCovered(part),
                new Rectangle(corner.x, corner.y, bounds.width, bounds.height)));
    }

    /** Whether the component in its middle is neither it nor part of it. */
    private boolean isCovered(Component part) {
        Point middle = SwingUtilities.convertPoint(part, part.getWidth() / 2, part.getHeight() / 2, window);
        Component hit = SwingUtilities.getDeepestComponentAt(window, middle.x, middle.y);
        return hit == null || !SwingUtilities.isDescendingFrom(hit, part);
    }
}
