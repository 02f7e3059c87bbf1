/** Whom a sealed document is about, readable by a program. */
@NullMarked
package org.yici.paper.holder;

import org.jspecify.annotations.NullMarked;
