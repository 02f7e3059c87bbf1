/** Looks for what must not be there: many short byte strings at once in the memory of a process and in files. */
@NullMarked
package org.yici.check.residue;

import org.jspecify.annotations.NullMarked;
