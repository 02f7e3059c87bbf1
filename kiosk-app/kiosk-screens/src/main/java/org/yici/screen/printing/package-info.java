/** Paper on its way. */
@NullMarked
package org.yici.screen.printing;

import org.jspecify.annotations.NullMarked;
