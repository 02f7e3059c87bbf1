/** Invented catalogues for tests and measurements. */
@NullMarked
package org.yici.catalogue.sample;

import org.jspecify.annotations.NullMarked;
