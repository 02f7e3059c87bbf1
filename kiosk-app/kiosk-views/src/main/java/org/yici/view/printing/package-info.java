/** Paper on its way. */
@NullMarked
package org.yici.view.printing;

import org.jspecify.annotations.NullMarked;
