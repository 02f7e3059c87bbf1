/** Nobody is here: where to lay the card and what the terminal can do. */
@NullMarked
package org.yici.view.idle;

import org.jspecify.annotations.NullMarked;
