/** The machine works and shows that it does. */
@NullMarked
package org.yici.view.busy;

import org.jspecify.annotations.NullMarked;
