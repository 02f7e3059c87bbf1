/** The official Chinese terms, and English ones, for the words of the catalogue. */
@NullMarked
package org.yici.catalogue.words;

import org.jspecify.annotations.NullMarked;
