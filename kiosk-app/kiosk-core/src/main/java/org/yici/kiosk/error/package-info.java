/** Errors that a citizen sees: from what a printer or the server says to a code, and the screen that tells it. */
@NullMarked
package org.yici.kiosk.error;

import org.jspecify.annotations.NullMarked;
