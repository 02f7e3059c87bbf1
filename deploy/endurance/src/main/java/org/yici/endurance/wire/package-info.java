/** Stretches of TCP between the programs: they know ports and bytes, and can be cut, stalled, silenced, slowed and stopped at a byte. */
@NullMarked
package org.yici.endurance.wire;

import org.jspecify.annotations.NullMarked;
