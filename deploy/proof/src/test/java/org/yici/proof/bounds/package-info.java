/** Counterparts that take what they are asked and then stop (docs/proof/bounds.md). */
@NullMarked
package org.yici.proof.bounds;

import org.jspecify.annotations.NullMarked;
