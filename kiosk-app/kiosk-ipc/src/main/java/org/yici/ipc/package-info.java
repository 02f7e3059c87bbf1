/** The few messages between a session and the agent, and the Unix socket that carries them. */
@NullMarked
package org.yici.ipc;

import org.jspecify.annotations.NullMarked;
