/** Code scanners on a serial line: Newland, Honeywell, Zebra SSI, and such that only send what they see. */
@NullMarked
package org.yici.driver.scanner;

import org.jspecify.annotations.NullMarked;
