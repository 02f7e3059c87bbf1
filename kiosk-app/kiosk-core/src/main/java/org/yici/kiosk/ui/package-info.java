/** What a citizen sees and can touch, as plain values: presenters make them, the Swing views draw them. */
@NullMarked
package org.yici.kiosk.ui;

import org.jspecify.annotations.NullMarked;
