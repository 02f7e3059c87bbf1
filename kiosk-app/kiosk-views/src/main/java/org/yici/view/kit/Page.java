package org.yici.view.kit;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import java.util.OptionalInt;
import javax.swing.SwingUtilities;

/** The middle of the screen: one view, or a part of one. The outermost draws the shadows of all that it holds; otherwise transparent. */
public class Page extends AccessibleComponent {
    /** Without a layout; {@link IllustrationLayout} sets one. */
    protected Page() {
        setOpaque(false);
    }

    public Page(LayoutManager layout) {
        setLayout(layout);
        setOpaque(false);
    }

    /** How wide an upright page of a document can be on this view, in pixels, once it is laid out; empty if it shows none. */
    public OptionalInt documentWidthPx() {
        return OptionalInt.empty();
    }

    /** Where on several pages of its own this view stands, as {@link #turnTo} takes it; 0 for the beginning. */
    public int place() {
        return 0;
    }

    /** Goes to what {@link #place} of a former view of the same screen said, perhaps in another language; nothing if there is one page. */
    public void turnTo(int place) {}

    @Override
    protected void paintComponent(Graphics graphics) {
        if (SwingUtilities.getAncestorOfClass(Page.class, this) != null) {
            return;
        }
        Graphics2D g = Shapes.of(graphics);
        shadowsIn(this, g);
        g.dispose();
    }

    private void shadowsIn(Container holder, Graphics2D g) {
        for (Component child : holder.getComponents()) {
            if (child instanceof ShadowPanel raised && raised.shadow() > 0) {
                Rectangle at = SwingUtilities.convertRectangle(holder, child.getBounds(), this);
                Shapes.shadow(g, at.x, at.y, at.width, at.height, raised.corner(), raised.shadow());
            }
            if (child instanceof Container container) {
                shadowsIn(container, g);
            }
        }
    }
}
