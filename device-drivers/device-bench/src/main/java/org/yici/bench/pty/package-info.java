/** Pseudo-terminals that the bench holds the far end of. */
@NullMarked
package org.yici.bench.pty;

import org.jspecify.annotations.NullMarked;
