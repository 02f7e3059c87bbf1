/** Hands and eyes for a whole demo: works the bench, reads the screen as a screen reader does, ends programs, asks the database. */
@NullMarked
package org.yici.check.rig;

import org.jspecify.annotations.NullMarked;
