/** The questions of a guide and what the answers change. */
@NullMarked
package org.yici.catalogue.situation;

import org.jspecify.annotations.NullMarked;
