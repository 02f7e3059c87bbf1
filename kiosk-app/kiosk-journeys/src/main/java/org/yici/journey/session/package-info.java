/** From the grant of the screen to its end: idle, greeting, goodbye, and what a lost session left open. */
@NullMarked
package org.yici.journey.session;

import org.jspecify.annotations.NullMarked;
