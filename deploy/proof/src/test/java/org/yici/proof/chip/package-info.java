/** Chip cards that are odd. */
@NullMarked
package org.yici.proof.chip;

import org.jspecify.annotations.NullMarked;
