package org.yici.view.kit;

import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import javax.accessibility.AccessibleAction;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.SwingUtilities;

/**
 * Something to touch. It acts when the finger leaves it, once; a finger that slides off first cancels. Enter and space act too. What
 * is behind it is never touched through it.
 */
abstract class Touchable extends ShadowPanel {
    private final transient Runnable act;
    private boolean held;
    private boolean inside;

    Touchable(int corner, int shadow, String name, Runnable act) {
        super(corner, shadow);
        this.act = act;
        setFocusable(true);
        setRequestFocusEnabled(false);
        name(name);
        enableEvents(java.awt.AWTEvent.MOUSE_EVENT_MASK
                | java.awt.AWTEvent.MOUSE_MOTION_EVENT_MASK
                | java.awt.AWTEvent.KEY_EVENT_MASK);
        addFocusListener(new RepaintOnFocus());
    }

    void lay(LayoutManager layout) {
        setLayout(layout);
    }

    /** Whether a finger is on it now. */
    final boolean pressed() {
        return held && inside;
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    protected void processMouseEvent(MouseEvent event) {
        super.processMouseEvent(event);
        if (!SwingUtilities.isLeftMouseButton(event)) {
            return;
        }
        if (event.getID() == MouseEvent.MOUSE_PRESSED) {
            hold(true, true);
        } else if (event.getID() == MouseEvent.MOUSE_RELEASED && held) {
            boolean acts = contains(event.getPoint());
            hold(false, false);
            if (acts) {
                act.run();
            }
        }
    }

    @Override
    protected void processMouseMotionEvent(MouseEvent event) {
        super.processMouseMotionEvent(event);
        if (event.getID() == MouseEvent.MOUSE_DRAGGED && held) {
            hold(true, inside && contains(event.getPoint()));
        }
    }

    @Override
    protected void processKeyEvent(KeyEvent event) {
        super.processKeyEvent(event);
        boolean key = event.getKeyCode() == KeyEvent.VK_ENTER || event.getKeyCode() == KeyEvent.VK_SPACE;
        if (key && event.getID() == KeyEvent.KEY_RELEASED) {
            act.run();
        }
    }

    private void hold(boolean nowHeld, boolean nowInside) {
        boolean before = pressed();
        held = nowHeld;
        inside = nowInside;
        if (before != pressed()) {
            repaint();
        }
    }

    @Override
    protected AccessibleRole role() {
        return AccessibleRole.PUSH_BUTTON;
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessiblePressable();
        }
        return accessibleContext;
    }

    private final class RepaintOnFocus implements FocusListener {
        @Override
        public void focusGained(FocusEvent event) {
            repaint();
        }

        @Override
        public void focusLost(FocusEvent event) {
            hold(false, false);
            repaint();
        }
    }

    private final class AccessiblePressable extends AccessiblePart implements AccessibleAction {
        @Override
        public AccessibleAction getAccessibleAction() {
            return this;
        }

        @Override
        public int getAccessibleActionCount() {
            return 1;
        }

        @Override
        public String getAccessibleActionDescription(int index) {
            return index == 0 ? AccessibleAction.CLICK : "";
        }

        @Override
        public boolean doAccessibleAction(int index) {
            if (index == 0) {
                act.run();
            }
            return index == 0;
        }
    }
}
