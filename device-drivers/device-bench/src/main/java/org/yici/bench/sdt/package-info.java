/** The far end of a resident-ID-card reader that speaks SDT over a serial line. */
@NullMarked
package org.yici.bench.sdt;

import org.jspecify.annotations.NullMarked;
