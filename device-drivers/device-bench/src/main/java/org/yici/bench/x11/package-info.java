/** The few requests of the X11 protocol that the bench needs, spoken directly. */
@NullMarked
package org.yici.bench.x11;

import org.jspecify.annotations.NullMarked;
