/** What journeys need of the outside, each an interface with a hand-written fake. */
@NullMarked
package org.yici.journey.port;

import org.jspecify.annotations.NullMarked;
