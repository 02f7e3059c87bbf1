/** The reader of chip cards over PC/SC: finds it again after any loss, and gives up a card that keeps it waiting. */
@NullMarked
package org.yici.driver.chip;

import org.jspecify.annotations.NullMarked;
