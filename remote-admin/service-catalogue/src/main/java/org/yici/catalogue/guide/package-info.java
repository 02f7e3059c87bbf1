/** A guide: the 22 elements of an item and what else a citizen asks. */
@NullMarked
package org.yici.catalogue.guide;

import org.jspecify.annotations.NullMarked;
