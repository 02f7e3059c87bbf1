/** A terminal without a keeper: the agent's store, desk and socket, and sessions with the real journey, views, driver and link. */
@NullMarked
package org.yici.proof.terminal;

import org.jspecify.annotations.NullMarked;
