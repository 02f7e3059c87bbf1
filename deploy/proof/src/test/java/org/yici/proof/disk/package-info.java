/** Disks that are full, read-only or damaged: what the screen says, and what is still there. */
@NullMarked
package org.yici.proof.disk;

import org.jspecify.annotations.NullMarked;
