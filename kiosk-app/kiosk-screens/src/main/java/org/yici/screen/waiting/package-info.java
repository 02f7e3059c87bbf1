/** The machine works and shows that it does. */
@NullMarked
package org.yici.screen.waiting;

import org.jspecify.annotations.NullMarked;
