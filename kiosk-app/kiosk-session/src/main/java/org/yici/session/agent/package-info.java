/** The agent of the flows, on the other side of a Unix socket; what is personal is sealed here. */
@NullMarked
package org.yici.session.agent;

import org.jspecify.annotations.NullMarked;
