/** The far end of a reader for chip cards: a real smart-card service, a virtual reader, and the cards that are put into it. */
@NullMarked
package org.yici.bench.chip;

import org.jspecify.annotations.NullMarked;
