/** The bench: simulated hardware around a kiosk, the far ends of its wires and a page to work them. */
@NullMarked
package org.yici.bench;

import org.jspecify.annotations.NullMarked;
