/** The far end of a code scanner on a serial line, in the protocols of four kinds. */
@NullMarked
package org.yici.bench.scanner;

import org.jspecify.annotations.NullMarked;
