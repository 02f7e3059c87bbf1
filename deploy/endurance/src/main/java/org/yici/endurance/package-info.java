/** Proves that nothing entered is lost: the real programs under cuts, kills and stops (docs/proof/sweep.md). */
@NullMarked
package org.yici.endurance;

import org.jspecify.annotations.NullMarked;
