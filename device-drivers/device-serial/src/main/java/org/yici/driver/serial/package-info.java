/** Bytes over a serial line; knows no device. */
@NullMarked
package org.yici.driver.serial;

import org.jspecify.annotations.NullMarked;
