package org.yici.view.kit;

import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** A component that stands in the accessible tree, in the order in which it is seen. Unlike {@link JComponent} alone. */
public abstract class AccessibleComponent extends JComponent implements Accessible {
    /** What it is to somebody who cannot see it. */
    protected AccessibleRole role() {
        return AccessibleRole.PANEL;
    }

    /** What it says to somebody who cannot see it. */
    public final void name(String name) {
        getAccessibleContext().setAccessibleName(PlainText.of(name));
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessiblePart();
        }
        return accessibleContext;
    }

    /** The accessible side of a {@link AccessibleComponent}. */
    protected class AccessiblePart extends AccessibleJComponent {
        @Override
        public AccessibleRole getAccessibleRole() {
            return role();
        }
    }
}
