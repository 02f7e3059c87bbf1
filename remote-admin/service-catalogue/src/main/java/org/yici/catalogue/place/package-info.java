/** Who serves and where: departments, sites, classes of items. */
@NullMarked
package org.yici.catalogue.place;

import org.jspecify.annotations.NullMarked;
