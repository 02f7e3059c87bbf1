/** A screen, its timeout and what is awaited on it: all end when the next screen is shown. */
@NullMarked
package org.yici.kiosk.flow;

import org.jspecify.annotations.NullMarked;
