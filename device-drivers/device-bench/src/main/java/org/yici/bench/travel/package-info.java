/** Travel documents with a chip: what they hold, the country that signs it, and the chip itself. */
@NullMarked
package org.yici.bench.travel;

import org.jspecify.annotations.NullMarked;
