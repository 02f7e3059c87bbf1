/** The keeper of the journeys, on the other side of a Unix socket; what is personal is sealed here. */
@NullMarked
package org.yici.session.link;

import org.jspecify.annotations.NullMarked;
