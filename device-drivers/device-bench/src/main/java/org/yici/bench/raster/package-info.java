/** PWG Raster (PWG 5102.4-2012), read by the bench's own decoder. */
@NullMarked
package org.yici.bench.raster;

import org.jspecify.annotations.NullMarked;
