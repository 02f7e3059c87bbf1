package org.yici.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class KeyFilterTest {
    private final KeyFilter guard = new KeyFilter();

    @Test
    void swallowsTheKeysThatLeadOutOfAKiosk() {
        assertThat(swallows(KeyEvent.VK_F1, InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK))
                .isTrue();
        assertThat(swallows(KeyEvent.VK_F10, 0)).isTrue();
        assertThat(swallows(KeyEvent.VK_F4, InputEvent.ALT_DOWN_MASK)).isTrue();
        assertThat(swallows(KeyEvent.VK_TAB, InputEvent.ALT_DOWN_MASK)).isTrue();
        assertThat(swallows(KeyEvent.VK_C, InputEvent.CTRL_DOWN_MASK)).isTrue();
        assertThat(swallows(KeyEvent.VK_ESCAPE, 0)).isTrue();
    }

    @Test
    void letsAKeypadMoveAndConfirm() {
        assertThat(swallows(KeyEvent.VK_TAB, 0)).isFalse();
        assertThat(swallows(KeyEvent.VK_TAB, InputEvent.SHIFT_DOWN_MASK)).isFalse();
        assertThat(swallows(KeyEvent.VK_ENTER, 0)).isFalse();
        assertThat(swallows(KeyEvent.VK_SPACE, 0)).isFalse();
    }

    private boolean swallows(int key, int modifiers) {
        return guard.dispatchKeyEvent(
                new KeyEvent(new JPanel(), KeyEvent.KEY_PRESSED, 0, modifiers, key, KeyEvent.CHAR_UNDEFINED));
    }
}
