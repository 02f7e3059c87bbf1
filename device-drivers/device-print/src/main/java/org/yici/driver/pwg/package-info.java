/** Pages as PWG raster, for printers that take no PDF (PWG 5102.4-2020). */
@NullMarked
package org.yici.driver.pwg;

import org.jspecify.annotations.NullMarked;
