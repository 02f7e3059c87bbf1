/** From the grant of the display to its end: idle, menu, goodbye. */
@NullMarked
package org.yici.kiosk.visit;

import org.jspecify.annotations.NullMarked;
