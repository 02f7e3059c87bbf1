/** The greeting by masked name and the great choices. */
@NullMarked
package org.yici.view.menu;

import org.jspecify.annotations.NullMarked;
