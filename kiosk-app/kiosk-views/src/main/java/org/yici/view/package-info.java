/** The terminal's one window: bands, the view of the current screen, the time-out warning, and the way onto the display. */
@NullMarked
package org.yici.view;

import org.jspecify.annotations.NullMarked;
