/** What flows need of the outside, each an interface with a hand-written fake. */
@NullMarked
package org.yici.kiosk.port;

import org.jspecify.annotations.NullMarked;
