/** Who has the screen: the socket to which sessions connect, their tokens, heartbeats and ends (docs/agent.md). */
@NullMarked
package org.yici.agent.session;

import org.jspecify.annotations.NullMarked;
