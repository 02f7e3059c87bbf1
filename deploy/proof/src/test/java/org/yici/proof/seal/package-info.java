/** Doubtful seals: what the terminal says of them, and what another program says. */
@NullMarked
package org.yici.proof.seal;

import org.jspecify.annotations.NullMarked;
