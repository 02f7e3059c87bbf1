/** A terminal without an agent: the agent's store, desk and socket, and sessions with the real flow, views, driver and link. */
@NullMarked
package org.yici.proof.terminal;

import org.jspecify.annotations.NullMarked;
