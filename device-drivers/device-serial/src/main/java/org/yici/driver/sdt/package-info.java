/** The reader of resident identity cards (SAM-V module, SDT protocol) over a serial line. */
@NullMarked
package org.yici.driver.sdt;

import org.jspecify.annotations.NullMarked;
