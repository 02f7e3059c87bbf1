/** Work that blocks, on threads beside the agent's loop: each call has a deadline, and each is answered. */
@NullMarked
package org.yici.agent.work;

import org.jspecify.annotations.NullMarked;
