/** Passes: a quarter of an hour in which a terminal's sessions may ask for citizens. */
@NullMarked
package org.yici.admin.pass;

import org.jspecify.annotations.NullMarked;
