/** The catalogue of a county: items, their guides, and who offers them where. */
@NullMarked
package org.yici.catalogue;

import org.jspecify.annotations.NullMarked;
