/** The terminal's life on the broker: birth, health, death, and the outbox until the centre has recorded all of it (docs/agent.md). */
@NullMarked
package org.yici.agent.uplink;

import org.jspecify.annotations.NullMarked;
