/** The centre of the journeys, over HTTPS with the terminal's pass. */
@NullMarked
package org.yici.session.centre;

import org.jspecify.annotations.NullMarked;
