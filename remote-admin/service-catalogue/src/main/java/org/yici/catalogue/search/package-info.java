/** The search over titles and aliases, as a terminal runs it. */
@NullMarked
package org.yici.catalogue.search;

import org.jspecify.annotations.NullMarked;
