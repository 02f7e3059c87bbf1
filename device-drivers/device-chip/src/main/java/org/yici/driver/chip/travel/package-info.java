/** Travel documents: opened with the key that is printed in them, read, and checked against the certificates of countries. */
@NullMarked
package org.yici.driver.chip.travel;

import org.jspecify.annotations.NullMarked;
