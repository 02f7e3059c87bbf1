package org.yici.view;

import java.awt.KeyEventDispatcher;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Set;

/**
 * Lets the keys of a keypad through and swallows all others: Swing's own short cuts (F10, Ctrl-Shift-F1 that prints the component
 * tree, Alt-F4 …) lead out of a kiosk.
 */
final class KeyFilter implements KeyEventDispatcher {
    private static final Set<Integer> LET_THROUGH =
            Set.of(KeyEvent.VK_TAB, KeyEvent.VK_ENTER, KeyEvent.VK_SPACE, KeyEvent.VK_SHIFT);
    private static final int FORBIDDEN = InputEvent.CTRL_DOWN_MASK
            | InputEvent.ALT_DOWN_MASK
            | InputEvent.META_DOWN_MASK
            | InputEvent.ALT_GRAPH_DOWN_MASK;

    /** True swallows the event. */
    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        boolean modified = (event.getModifiersEx() & FORBIDDEN) != 0;
        boolean typed = event.getID() == KeyEvent.KEY_TYPED;
        return modified || typed || !LET_THROUGH.contains(event.getKeyCode());
    }
}
